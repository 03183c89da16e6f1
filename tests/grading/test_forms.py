"""A result of a wrong form, in 01, 02 and 06: said once, without hints on misconceptions."""

from collections import namedtuple
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest

from nbjudge.course.sections import source_notebook
from nbjudge.judge.weigh import weigh
from nbjudge.notebook import cells
from nbjudge.quality.local import LocalStudent
from tests.kit.course import exercises, find

NAMES = [
    name
    for name, exercise in exercises().items()
    if exercise.topic in ("discriminative_vs_generative", "maximum_likelihood", "gaussian_mixtures")
    and exercise.seconds < 60  # the others have the same asks as their neighbours
    and name not in ("m_step", "online_update", "torch_log_prob")  # attributes, and a tensor
]
WRONG: dict[str, Callable[[Any], Any]] = {
    "nothing (None)": lambda value: None,
    "a tuple of one": lambda value: (value,),
    "an object of type generator": lambda value: (part for part in [value]),
    "text": str,
    "an object of type function": lambda value: lambda: value,
    "two things": lambda value: (value, value),
}


@cache
def notebook(topic):
    return [
        c.source
        for c in source_notebook(find(topic)).cells
        if c.cell_type == "code" and cells.grade_id(c) and not cells.is_grade(c)
    ]


def verdict_on(name, wrap):
    """The verdict on the model answer with its result in another form."""
    exercise = exercises()[name]
    student = LocalStudent(notebook(exercise.topic))
    place = {"e_step": "GMM._e_step"}.get(name, ".".join(filter(None, (exercise.target, name))))
    student.namespace["wrap"] = wrap
    student.execute(f"right = {place}\n{place} = lambda *a, **named: wrap(right(*a, **named))")
    return weigh(exercise, lambda probes: student.ask(exercise, [exercise.asked], probes), "form")


def columns(value):
    """Every array with one more axis, of length one."""
    return tuple(map(columns, value)) if isinstance(value, tuple) else np.asarray(value)[..., None]


@pytest.mark.parametrize("words", WRONG)
@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_form_is_named_once_and_earns_nothing(name, words):
    verdict = verdict_on(name, WRONG[words])
    assert words.lower() in verdict.wrong_form.lower()
    assert verdict.score == 0
    assert not any(c.hint for c in verdict.criteria)


@pytest.mark.parametrize("name", NAMES)
def test_a_column_where_a_row_is_due_is_named_by_its_axes(name):
    verdict = verdict_on(name, columns)
    assert "1)" in verdict.wrong_form or "(1,)" in verdict.wrong_form
    assert not any(c.hint for c in verdict.criteria)


@pytest.mark.parametrize("name", NAMES)
def test_lists_that_convert_are_legal(name):
    def lists(value):
        return [lists(v) for v in value] if isinstance(value, tuple) else np.asarray(value).tolist()

    verdict = verdict_on(name, lists)
    assert verdict.score == verdict.points


@pytest.mark.parametrize("name", ["generative_model", "fit_naive_bayes", "gaussian_mle"])
def test_a_named_tuple_is_a_tuple(name):
    def named(values):
        return namedtuple("Result", [f"part_{place}" for place in range(len(values))])(*values)

    verdict = verdict_on(name, named)
    assert verdict.score == verdict.points
