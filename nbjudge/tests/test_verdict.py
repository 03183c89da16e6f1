"""Weighing an exercise: what falls back, what never raises, and what earns nothing."""

import re

import numpy as np
import pytest

from nbjudge.confine.usage import usage
from nbjudge.errors import StudentCrashedError, StudentTimeoutError
from nbjudge.exercise.exercise import Criterion, Exercise, Failure, Probe
from nbjudge.exercise.form import form
from nbjudge.guest.wire import Handle, WireError
from nbjudge.judge.render import verdict_text
from nbjudge.judge.reply import explain
from nbjudge.judge.verdict import BESIDE, Status
from nbjudge.judge.weigh import PATIENCE, draw, weigh
from nbjudge.quality.local import LocalStudent
from tests.kit.optics import BIC, COUNT
from tests.kit.optics import RIGHT_COUNT as RIGHT

STUB = "def n_parameters(n_components, n_features, covariance_type):\n    raise NotImplementedError"


def asker(source=RIGHT):
    """Asks an answer in this process."""
    student = LocalStudent([source])
    return lambda probes: student.ask(COUNT, ["n_parameters"], probes)


class Failing:
    """Asks a right answer, and fails where a probe is one of the chosen ones."""

    def __init__(self, error, chosen):
        self.error, self.chosen, self.asked, self.ask = error, chosen, 0, asker()

    def __call__(self, probes):
        self.asked += 1
        if any(self.chosen(given) for _, given in probes):
            raise self.error
        return self.ask(probes)


def passed(verdict):
    return {c.name: c.passed for c in verdict.criteria}


def test_a_right_answer_earns_all_and_reads_no_hints():
    verdict = weigh(COUNT, asker(), "seed")
    assert verdict.score == verdict.points == COUNT.points
    assert verdict.status == "graded"
    assert all(c.passed and c.hint == "" for c in verdict.criteria)
    assert verdict.problem == ""


def test_one_slip_costs_its_criteria_alone_and_is_hinted_at():
    verdict = weigh(COUNT, asker(RIGHT.replace('"spherical": K', '"spherical": K * D')), "seed")
    lost = [c for c in verdict.criteria if not c.passed]
    assert {c.name for c in lost} == {"the four totals", "spherical covariances"}
    assert all(c.hint for c in lost)
    kept = sum(c.share for c in verdict.criteria if c.passed)
    assert verdict.score == pytest.approx(COUNT.points * kept, abs=0.005)


@pytest.mark.parametrize("error", [StudentTimeoutError(), StudentCrashedError(), WireError("no")])
def test_a_question_that_hangs_once_costs_nothing_if_its_parts_do_not(error):
    whole = sum(len(probes) for probes in draw(COUNT, "seed").values())
    ask = asker()

    def patient(probes):
        if len(probes) == whole:
            raise error
        return ask(probes)

    verdict = weigh(COUNT, patient, "seed")
    assert verdict.score == COUNT.points
    assert verdict.status == "graded"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (StudentTimeoutError(), "timeout"),
        (StudentCrashedError(), "crashed"),
        (WireError("no reply"), "error"),
    ],
)
def test_a_criterion_that_hangs_is_lost_and_the_others_are_still_weighed(error, status):
    verdict = weigh(COUNT, Failing(error, lambda given: given["n_features"] == 1), "seed")
    lost = {name for name, ok in passed(verdict).items() if not ok}
    assert lost == {"weights that sum to one"}
    assert verdict.status == status
    assert 0 < verdict.score < COUNT.points


@pytest.mark.parametrize("error", [StudentTimeoutError(), StudentCrashedError()])
def test_patience_ends_when_everything_hangs(error):
    ask = Failing(error, lambda given: True)
    verdict = weigh(COUNT, ask, "seed")
    assert verdict.score == 0
    assert ask.asked == 1 + PATIENCE
    assert not any(passed(verdict).values())


def test_an_exercise_on_lent_todos_is_asked_again_with_the_students_own():
    asked = []

    def ask(probes):
        asked.append([given.get("own", False) for _, given in probes])
        return [{"value": 0.0, "changed": []} for _ in probes]

    weigh(BIC, ask, "seed")
    assert len(asked) == 2
    assert not any(asked[0])
    assert all(asked[1])


def test_what_hangs_with_the_students_own_todos_keeps_what_was_earned_with_lent_ones():
    expected = iter(p.expected for probes in draw(BIC, "seed").values() for p in probes)

    def ask(probes):
        if any(given.get("own") for _, given in probes):
            raise StudentTimeoutError
        answers = [next(expected) for _ in probes]
        return [
            {"value": v, "changed": ["log_densities"]} for v in answers
        ]  # right, but it spoils the data

    verdict = weigh(BIC, ask, "seed")
    lost = {name for name, ok in passed(verdict).items() if not ok}
    assert lost == {"arguments are left alone"}
    assert verdict.score > 0


def test_a_stub_is_not_attempted_and_earns_nothing():
    verdict = weigh(COUNT, asker(STUB), "seed")
    assert verdict.status == "not_attempted"
    assert verdict.score == 0


def test_an_answer_that_always_raises_is_an_error_in_the_students_words():
    source = "def n_parameters(n_components, n_features, covariance_type):\n    return undefined"
    verdict = weigh(COUNT, asker(source), "seed")
    assert verdict.status == "error"
    assert verdict.score == 0
    assert verdict.problem.startswith("NameError: name 'undefined' is not defined")
    assert "return undefined" in verdict.problem


def test_raising_what_must_be_raised_for_everything_earns_nothing():
    source = "def n_parameters(*args):\n    raise ValueError('any')"
    verdict = weigh(COUNT, asker(source), "seed")
    assert not any(passed(verdict).values())
    assert verdict.score == 0


ERRORS = [
    {},
    {"x": 1},
    {"type": None},
    {"type": []},
    {"type": {}, "mro": []},
    {"type": "E", "mro": 5},
    {"type": "E", "mro": None},
    {"type": "E", "message": []},
    {"type": "E", "where": 3},
    {"type": "E" * 10_000, "message": "m" * 10_000},
    {"mro": ["ValueError"]},
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: repr(error)[:40])
def test_a_malformed_description_of_an_error_never_raises(error):
    verdict = weigh(COUNT, lambda probes: [{"error": error}] * len(probes), "seed")
    assert not verdict.criteria[0].passed
    assert verdict.status in ("error", "graded")


@pytest.mark.parametrize(
    "reply",
    [
        None,
        83,
        "83",
        [],
        {},
        {"value": 83},
        {"value": 83, "changed": None},
        {"changed": []},
        {"error": "a text"},
        {"value": {}, "changed": []},
        {"value": float("nan"), "changed": []},
        {"value": True, "changed": []},
        {"value": np.array([83]), "changed": []},
        {"value": np.empty(0), "changed": []},
        {"value": Handle(0, "int"), "changed": []},
    ],
    ids=repr,
)
def test_a_reply_that_is_none_earns_nothing(reply):
    verdict = weigh(COUNT, lambda probes: [reply] * len(probes), "seed")
    assert verdict.score == 0


@pytest.mark.parametrize(
    "cut",
    [
        lambda replies: [],
        lambda replies: replies[:-1],
        lambda replies: replies[:1],
        lambda replies: replies + replies,
        lambda replies: [*replies, None],
        lambda replies: None,
        lambda replies: {"a": replies},
        lambda replies: 5,
    ],
    ids=["none", "one short", "one alone", "twice", "one more", "no list", "a dict", "a number"],
)
def test_replies_of_another_number_than_the_questions_neither_raise_nor_earn(cut):
    ask = asker()
    verdict = weigh(COUNT, lambda probes: cut(ask(probes)), "seed")
    assert verdict.score == 0


def test_the_same_seed_is_the_same_verdict():
    wrong = RIGHT.replace("K - 1 +", "K +")
    first, again = (weigh(COUNT, asker(wrong), "appeal") for _ in range(2))
    assert first.form() == again.form()


def test_no_probe_is_put_twice_into_one_process():
    put, processes = [], []

    def ask(probes):
        put.extend((len(processes), repr(probe)) for probe in probes)
        raise StudentTimeoutError

    weigh(BIC, ask, "seed", usage, lambda: processes.append("a new one"))
    questions = [question for _, question in put]
    assert len(set(questions)) == len(questions) > len({process for process, _ in put}) > 1


def needing(*needs):
    """An exercise with one criterion about values, and one that passes by itself."""
    probe = Probe({})
    value = Criterion("values", 1, lambda rng: [probe], lambda p, a: a.value == 3, "Count again.")
    left = Criterion("left alone", 1, lambda rng: [probe], lambda p, a: True, "", needs=needs)
    return Exercise("course.exercises.topic.name", 2, (value, left), due=form("a count"))


@pytest.mark.parametrize(
    ("value", "needs", "score"), [(4, (), 1), (4, ("values",), 0), (3, ("values",), 2)]
)
def test_what_passes_by_itself_counts_only_with_what_it_needs(value, needs, score):
    verdict = weigh(
        needing(*needs), lambda probes: [{"value": value, "changed": []}] * len(probes), ""
    )
    assert verdict.score == score
    assert (verdict.criteria[1].hint == BESIDE) is (score == 0)  # it is no misconception


def test_a_criterion_cannot_need_what_is_not_there():
    with pytest.raises(ValueError, match="needs"):
        needing("value")


def test_a_wrong_form_is_said_once_and_nothing_is_hinted_at():
    exercise = needing("values")
    wrong, right = (
        (lambda probes, v=v: [{"value": v, "changed": []}] * len(probes)) for v in ((3,), 4)
    )
    verdict = weigh(exercise, wrong, "")
    assert "A tuple of one came back where one number is due." in verdict.wrong_form
    assert not any(c.hint for c in verdict.criteria)
    assert verdict_text(verdict).count(verdict.wrong_form) == 1
    verdict = weigh(exercise, right, "")
    assert (verdict.wrong_form, verdict.criteria[0].hint) == ("", "Count again.")


def test_a_measured_question_is_asked_once_and_what_breaks_a_limit_has_failed_it():
    asked = []

    def ask(probes):
        asked.append(probes)
        raise StudentTimeoutError

    measured = Criterion("m", 1, lambda rng: [Probe({}, measured=True)], lambda p, a: a.value, "")
    verdict = weigh(Exercise("course.exercises.topic.name", 2, (measured,)), ask, "")
    assert (len(asked), verdict.status, verdict.score) == (1, Status.TIMEOUT, 0)


@pytest.mark.parametrize("message", ["x was 3.14159", "got 1e-07 here", "-0.5 and 2.5e+10"])
def test_an_explanation_shows_no_numbers_of_a_probe(message):
    words = explain(Failure("ValueError", message))
    assert words.startswith("ValueError: ")
    assert "…" in words
    assert not re.search(r"\d\.\d|\de", words)
