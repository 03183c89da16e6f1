"""One tree of errors: what a person mends, what a student's code did, what is our own fault."""

import pickle

import pytest

from nbjudge import errors
from nbjudge.errors import CourseError, GraderError, NbjudgeError, StudentError

KINDS = (CourseError, StudentError, GraderError)
EVERY = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)]


@pytest.mark.parametrize("error", EVERY, ids=lambda e: e.__name__)
def test_every_error_is_of_exactly_one_kind_and_says_in_its_docstring_when_it_is_raised(error):
    assert issubclass(error, NbjudgeError)
    assert error is NbjudgeError or sum(issubclass(error, kind) for kind in KINDS) == 1
    assert error.__doc__
    assert error.__name__.endswith("Error")


@pytest.mark.parametrize("error", EVERY, ids=lambda e: e.__name__)
def test_errors_come_whole_out_of_another_process(error):
    """A judge's process sends what it raises."""
    back = pickle.loads(pickle.dumps(error("in words")))
    assert (type(back), str(back)) == (error, "in words")


def test_what_an_answer_can_cause_is_no_fault_of_ours():
    from nbjudge.exercise.exercise import ODDITIES

    assert not any(issubclass(GraderError, kind) or kind is Exception for kind in ODDITIES)
    assert not issubclass(NameError, ODDITIES)
    assert not issubclass(AssertionError, ODDITIES)
    assert not issubclass(ImportError, ODDITIES)
