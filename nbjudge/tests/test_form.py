"""What is said of a result of the wrong form: what came back, and what is due."""

import numpy as np
import pytest

from nbjudge.exercise.form import form
from nbjudge.guest.wire import Handle

ROW, TABLE, NUMBER = form("samples (n,)"), form("responsibilities (n, K)"), form("distance")
PAIR = form("samples (n,)", "rate", results=lambda value: [value["pair"]])
STATE = form("weights (K,)", "means (K, d)")


@pytest.mark.parametrize(
    ("due", "answers", "words"),
    [
        (ROW, [np.ones((5, 1)), np.ones((7, 1))], "An array of shape (n, 1) came back where one"),
        (ROW, [np.ones((5, 1))], "(n, 1) came back where one array of shape (n,) is due."),
        (ROW, [np.ones((5, 5)), np.ones((7, 7))], "shape (n, n) came back"),
        (ROW, [np.ones((1, 5)), np.ones((1, 7))], "shape (1, n) came back"),
        (ROW, [np.ones((5, 3)), np.ones((7, 3))], "shape (n, 3) came back"),
        (ROW, [np.ones((5, 3))], "shape (n, another) came back"),
        (TABLE, [np.ones(5), np.ones(7)], "An array with one axis came back where one array of"),
        (NUMBER, [{"value": 1.0}], "A dict came back where one number is due."),
        (STATE, [{"weights": np.ones(3)}], "A dict came back where two things, weights and"),
        (ROW, [None, None], "Nothing (None) came back where one array of shape (n,) is due."),
        (ROW, [Handle(3, "generator")], "An object of type generator came back"),
        (ROW, ["0.5"], "Text came back"),
        (ROW, [3.0], "A number came back"),
        (TABLE, [(np.ones((5, 2)), np.ones(5))], "Two things came back where one array of"),
        (NUMBER, [(1.0,)], "A tuple of one came back where one number is due. A comma"),
        (NUMBER, [((1.0, np.ones(2)),)], "A tuple of one came back where one number is due."),
        (NUMBER, [np.ones((1, 1))], "An array of shape (1, 1) came back where one number is due."),
        (NUMBER, [np.float64(1), np.ones(1)], ""),  # one of them is right: that says more
        (PAIR, [{"pair": np.ones(9)}], "came back where two things, samples and rate, are due."),
        (PAIR, [{"pair": (np.ones((9, 1)), 0.5)}], "samples: an array of shape (n, 1) came back"),
        (PAIR, [{"pair": (np.ones(9), 0.5)}], ""),
        (PAIR, [{"pair": (np.ones(0), 0)}, {"pair": (np.ones((9, 1)), 0.5)}], "shape (n, 1) came"),
        (PAIR, [{"pair": [np.ones(9), np.array(0.5)]}], ""),
        (STATE, [{"weights": np.ones(3), "means": None}], "means: nothing (None) came back"),
        (STATE, [{"weights": np.ones(3), "means": np.ones((3, 2))}], ""),
        (STATE, [{"weights": [0.5, 0.5], "means": np.ones((2, 2))}], "weights: a list came back"),
        (TABLE, [[[1.0, 2.0], [3, 4]]], ""),
        (TABLE, [], ""),
    ],
)
def test_the_sentence_names_what_came_and_what_is_due(due, answers, words):
    said = due.fault(answers)
    assert words in said
    assert bool(said) is bool(words)


def test_a_part_that_cannot_be_read_is_refused():
    with pytest.raises(ValueError, match="no part of a form"):
        form("samples (n, K")
