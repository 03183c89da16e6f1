"""The class report: numbers that add up, and nothing of a student's that a program would run."""

import csv
import io
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nbjudge.exercise.exercise import Criterion, Exercise
from nbjudge.intake.reading import CHECK
from nbjudge.judge.verdict import CriterionVerdict, Status, Verdict, nothing
from nbjudge.report.report import (
    ClassView,
    Student,
    as_csv,
    correlation,
    exercise_statistics,
    harmless,
    histogram,
    terminal_table,
    write_report,
)


def exercise_of(name, points, *criteria):
    """An exercise that is never asked: a report knows its names, points and hints alone."""
    module = f"course.exercises.topic.{name}"
    hinted = tuple(Criterion(c, 1, None, None, f"Mind {c}, will you.") for c in criteria)
    return Exercise(module, points, hinted)


COUNT = exercise_of("n_parameters", 2, "the totals", "the weights", "other types are refused")
SAMPLE = exercise_of("sample", 4, "the shape", "the mean", "the spread", "the generator")
EXERCISES = {exercise.name: exercise for exercise in (COUNT, SAMPLE)}
NAMES = tuple(EXERCISES)


def verdict(name, part, status=Status.GRADED):
    """A verdict with a part of the points, of which the last criteria are lost."""
    exercise = EXERCISES[name]
    lost = round((1 - part) * len(exercise.criteria))
    kept = len(exercise.criteria) - lost
    share = 1 / len(exercise.criteria)
    found = [
        CriterionVerdict(c.name, i < kept, share, "" if i < kept else c.hint)
        for i, c in enumerate(exercise.criteria)
    ]
    return Verdict(name, exercise.points, exercise.points * part, status, found)


def student(name, *parts, remarks=(), verdicts=None):
    if verdicts is None:
        verdicts = [verdict(n, part) for n, part in zip(NAMES, parts, strict=True)]
    score = sum(v.earned for v in verdicts)
    return Student(name, score, 9.0, False, verdicts, list(remarks))


def view_of(*students):
    return ClassView(
        "06_gaussian_mixtures", list(students), exercise_statistics(list(students)), "none", "abc"
    )


def rows(view):
    return list(csv.DictReader(io.StringIO(as_csv(view))))


EVIL = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
]


@pytest.mark.parametrize("text", EVIL)
def test_formulas_are_taken_apart(text):
    assert harmless(text) == "'" + text
    view = view_of(student(text, 1, 1, remarks=[text]))
    (row,) = csv.reader(io.StringIO(as_csv(view).split("\n", 1)[1]))
    for cell in row:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("value", ["alice", "", "3-1", 5, -2.5, True, None])
def test_what_is_no_formula_is_left_alone(value):
    assert harmless(value) is value


def test_the_table_has_one_row_a_student_and_one_column_an_exercise():
    view = view_of(student("alice", 1, 0.5), student('b"o,b\n', 0.5, 0, remarks=["one.", "two."]))
    alice, bob = rows(view)
    assert alice["student"] == "alice"
    assert float(alice["score"]) == 2 + 2
    assert [float(alice[name]) for name in NAMES] == [2, 2]
    assert bob["student"] == 'b"o,b\n'
    assert bob["remarks"] == "one. two."
    assert alice["sample_status"] == "graded"


@pytest.mark.parametrize("place", [0, 1])
def test_a_student_without_verdicts_has_a_row_of_zeros_wherever_they_stand(place):
    students = [student("alice", 1, 1), student("carla", 0.5, 1)]
    students.insert(place, student("bob", verdicts=[], remarks=["bob.txt is no notebook."]))
    view = view_of(*students)
    assert [e.name for e in view.exercises] == list(NAMES)
    lines = list(csv.reader(io.StringIO(as_csv(view))))
    assert len({len(line) for line in lines}) == 1
    bob = rows(view)[place]
    assert [float(bob[name]) for name in NAMES] == [0, 0]
    assert bob["sample_status"] == "missing"


def test_names_and_remarks_are_text_in_the_page(tmp_path):
    evil = "<script>alert(1)</script>"
    bad = verdict("sample", 0.5)
    bad.criteria[-1].name = f"<img src=x onerror={evil}>"
    bad.criteria[-1].hint = f"<b>{evil}"
    one = student(evil, verdicts=[verdict("n_parameters", 1), bad], remarks=[f"{CHECK}{evil}"])
    page, table = write_report(view_of(one, student("bob", 1, 1)), tmp_path)
    html = page.read_text(encoding="utf-8")
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>&lt;script&gt;" in html
    assert table.read_text(encoding="utf-8").startswith('"student"')


def test_the_page_and_the_terminal_show_every_student(tmp_path):
    everyone = [student("alice", 1, 1), student("bob", verdicts=[]), student("zoe", 0.5, 0)]
    view = view_of(*everyone)
    html = write_report(view, tmp_path)[0].read_text(encoding="utf-8")
    for name in ("alice", "bob", "zoe", *NAMES):
        assert name in html
    assert terminal_table(view).row_count == 3


scores = st.lists(st.sampled_from([0, 0.25, 1, 1.5, 2, 3.33, 5]) | st.floats(0, 36), max_size=30)


@given(scores)
def test_the_histogram_counts_everyone_once(found):
    students = [Student(str(i), score, 36.0, False, [], []) for i, score in enumerate(found)]
    bars = histogram(ClassView("x", students, [], "", ""))
    assert sum(bar["count"] for bar in bars) == len(found)
    assert all(0 <= bar["height"] <= 1 for bar in bars)
    for i, bar in enumerate(bars):
        inside = [s for s in found if i <= 10 * s / 36 < i + 1 or (i == 9 and s == 36)]
        assert bar["count"] == pytest.approx(
            len(inside), abs=sum(math.isclose(10 * s / 36, round(10 * s / 36)) for s in found)
        )


def test_a_histogram_of_nobody_and_of_full_marks():
    assert sum(bar["count"] for bar in histogram(ClassView("x", [], [], "", ""))) == 0
    full = [Student("a", 36.0, 36.0, False, [], [])]
    bars = histogram(ClassView("x", full, [], "", ""))
    assert [bar["count"] for bar in bars] == [0] * 9 + [1]
    assert bars[0]["label"] == "0–10%"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ([], []),
        ([1.0], [1.0]),
        ([1.0, 2.0], [1.0, 2.0]),
        ([1.0, 1.0, 1.0], [1.0, 2.0, 3.0]),
        ([1.0, 2.0, 3.0], [0.0, 0.0, 0.0]),
        ([1, 1.0, 1], [1, 2, 3]),
    ],
)
def test_no_correlation_where_nothing_varies_or_too_few_are_there(a, b):
    assert correlation(a, b) is None


def test_a_correlation_is_pearsons():
    assert correlation([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert correlation([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert correlation([1, 2, 3, 4], [1, -1, -1, 1]) == pytest.approx(0)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 120)), max_size=20))
def test_a_correlation_of_scores_lies_between_minus_one_and_one(pairs):
    value = correlation([a / 4 for a, _ in pairs], [b / 4 for _, b in pairs])
    assert value is None or abs(value) <= 1 + 1e-9


def test_statistics_of_an_exercise():
    students = [student("a", 1, 1), student("b", 0.5, 0.5), student("c", 1, 0.5)]
    students.append(student("d", verdicts=[nothing(EXERCISES[n], Status.MISSING) for n in NAMES]))
    count, sample = exercise_statistics(students)
    assert (count.name, count.points, count.solved) == ("n_parameters", 2, 0.5)
    assert count.mean == pytest.approx((2 + 1 + 2 + 0) / 4)
    assert sample.solved == 0.25
    assert count.discrimination == pytest.approx(correlation([2, 1, 2, 0], [4, 2, 2, 0]))
    name, failed, hint = sample.misconceptions[0]
    assert failed == 2, "who handed in nothing has no misconception"
    assert hint == next(c.hint for c in SAMPLE.criteria if c.name == name)


@pytest.mark.parametrize(
    ("statuses", "worst"),
    [
        (["graded", "graded"], "graded"),
        (["graded", "timeout"], "timeout"),
        (["defect", "crashed"], "defect"),
        (["timeout", "crashed"], "crashed"),
        (["error", "missing"], "error"),
        (["graded", "not_attempted"], "not_attempted"),
        (["missing", "missing"], "no answers"),
        (["not_attempted", "missing"], "no answers"),
        ([], "no answers"),
    ],
)
def test_a_students_status_is_the_worst_that_happened(statuses, worst):
    verdicts = [verdict(n, 0, Status(s)) for n, s in zip(NAMES, statuses, strict=False)]
    assert student("a", verdicts=verdicts).status == worst


def test_remarks_that_ask_for_a_human_are_told_from_the_rest():
    one = student("a", 1, 1, remarks=["sample: copies left out.", f"{CHECK}e_step was found."])
    assert one.checks == [f"{CHECK}e_step was found."]
    assert student("b", verdicts=[], remarks=["no notebook."]).checks == ["no notebook."]
    nothing_there = [verdict(n, 0, Status.MISSING) for n in NAMES]
    assert student("c", verdicts=nothing_there, remarks=["is empty."]).checks == ["is empty."]


def test_what_is_withheld_is_neither_nothing_nor_a_point_and_is_named(tmp_path):
    lost = nothing(SAMPLE, Status.DEFECT)
    view = view_of(student("alice", 1, 1), student("bob", verdicts=[verdict(NAMES[0], 1), lost]))
    assert view.defects == {"sample": ["bob"]}
    bob = rows(view)[1]
    assert bob["sample"] == ""
    assert (bob["sample_status"], bob["status"]) == ("defect", "defect")
    assert float(bob["score"]) == COUNT.points
    page, _ = write_report(view, tmp_path)
    html = page.read_text(encoding="utf-8")
    assert "withheld" in html
    counted = next(e for e in view.exercises if e.name == "sample")
    assert counted.misconceptions == [], "nobody has got anything wrong that nobody looked at"
    assert (counted.mean, counted.solved) == (SAMPLE.points, 1), "by those who were judged"
    everyone = view_of(student("bob", verdicts=[verdict(NAMES[0], 1), lost]))
    assert [e.name for e in everyone.exercises] == list(NAMES)


def test_a_wrong_form_is_the_only_misconception_of_an_attempt():
    attempt = verdict("sample", 0.25)
    attempt.wrong_form = "A number came back where one array of shape (n, d) is due."
    (found,) = exercise_statistics([student("a", verdicts=[attempt])])
    assert found.misconceptions == [("the form of the result", 1, attempt.wrong_form)]


def test_what_was_stopped_is_named_with_its_student(tmp_path):
    stopped, well = verdict("sample", 0, Status.TIMEOUT), verdict("sample", 1)
    view = view_of(student("slow", verdicts=[stopped]), student("quick", verdicts=[well]))
    assert view.cut_short == {"sample": ["slow (timeout)"]}
    page, _ = write_report(view, tmp_path)
    assert "slow (timeout)" in page.read_text(encoding="utf-8")
