"""What the grader's own tests grade: the tiny course, and exercises of another kind beside it."""

from __future__ import annotations

from collections.abc import Iterator

from nbjudge.course.course import load_course
from nbjudge.course.exercises import exercises_of, find_exercise
from nbjudge.course.sections import Section, find_section, sections, source_notebook
from nbjudge.exercise.exercise import Exercise
from nbjudge.notebook import cells
from nbjudge.notebook.regions import without_solution_marks
from tests.kit.authoring import TINY

COURSE = load_course(TINY)
SECTION = find_section(COURSE, "lenses")
MIXTURES = "tests.kit.mixtures"
COUNTING = "counting"
COUNT = find_exercise(MIXTURES, COUNTING, "n_parameters")
BIC = find_exercise(MIXTURES, COUNTING, "compute_bic")
RIGHT_COUNT = """
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    covariance = {"full": K * D * (D + 1) // 2, "tied": D * (D + 1) // 2, "diag": K * D,
                  "spherical": K}
    if covariance_type not in covariance:
        raise ValueError(covariance_type)
    return K - 1 + K * D + covariance[covariance_type]
"""


def all_exercises() -> Iterator[Exercise]:
    """Every exercise of the tiny course, and those beside it."""
    for section in sections(COURSE):
        yield from exercises_of(COURSE.package, section.topic).values()
    yield from exercises_of(MIXTURES, COUNTING).values()


def model_answers(section: Section) -> dict[str, str]:
    """The sources of a section's model answers by name."""
    return {
        cells.grade_id(cell): without_solution_marks(cell.source)
        for cell in source_notebook(section).cells
        if cells.is_solution(cell)
    }
