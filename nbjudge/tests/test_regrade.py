"""The line that says what a regrade changed."""

import pytest

from nbjudge.classroom.regrade import difference


def receipt(**outcomes: tuple[float | None, str]) -> dict:
    verdicts = [
        {"name": name, "score": score, "status": status}
        for name, (score, status) in outcomes.items()
    ]
    return {"score": sum(score or 0 for score, _ in outcomes.values()), "verdicts": verdicts}


BEFORE = receipt(sample=(3, "graded"), e_step=(2.5, "graded"), m_step=(0, "error"))


@pytest.mark.parametrize(
    ("after", "line"),
    [
        (BEFORE, ""),
        (
            receipt(sample=(5, "graded"), e_step=(2.5, "graded"), m_step=(0, "error")),
            "5.5 → 7.5 (sample 3 → 5)",
        ),
        (
            receipt(sample=(2.5, "graded"), e_step=(3, "graded"), m_step=(0, "error")),
            "5.5 → 5.5 (sample 3 → 2.5, e_step 2.5 → 3)",
        ),
        (
            receipt(sample=(3, "graded"), e_step=(2.5, "graded"), m_step=(0, "timeout")),
            "5.5 → 5.5 (m_step error → timeout)",
        ),
        (
            receipt(sample=(3, "graded"), e_step=(2.5, "graded"), fit=(1, "graded")),
            "5.5 → 6.5 (m_step 0 → –, fit – → 1)",
        ),
        (
            receipt(sample=(None, "defect"), e_step=(2.5, "graded"), m_step=(0, "error")),
            "5.5 → 2.5 (sample 3 → withheld)",
        ),
    ],
)
def test_old_and_new_score_and_what_differs(after, line):
    assert difference(BEFORE, after) == line


def test_a_first_grading_changes_nothing():
    assert difference(None, BEFORE) == ""


def test_a_submission_that_could_not_be_graded_had_no_score():
    assert difference(receipt(), BEFORE) == "not graded → 5.5"


def test_remarks_versions_and_isolation_are_no_outcome():
    after = {**BEFORE, "isolation": "none", "remarks": ["Repaired."], "versions": {"tests": "b"}}
    assert difference({**BEFORE, "isolation": "confined"}, after) == ""
