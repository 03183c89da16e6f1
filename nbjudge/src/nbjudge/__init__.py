"""An autograder for notebook courses: verdicts that student code cannot forge.

What a person would script, all of it imported when it is first used::

    import nbjudge

    course = nbjudge.find_course()                      # of course.toml here or above
    graded = nbjudge.grade_file("handed_in.ipynb")      # nbjudge.Graded
    print(graded.score, "of", graded.max_score)
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nbjudge.course.course import Course, find_course, load_course
    from nbjudge.errors import CourseError, GraderError, StudentError
    from nbjudge.grading import grade_file, grade_files
    from nbjudge.judge.verdict import Status, Verdict
    from nbjudge.pool.graded import Graded

__version__ = "0.1.0"
__all__ = [
    "Course",
    "CourseError",
    "Graded",
    "GraderError",
    "Status",
    "StudentError",
    "Verdict",
    "find_course",
    "grade_file",
    "grade_files",
    "load_course",
]
_HOMES = {
    "nbjudge.course.course": ("Course", "find_course", "load_course"),
    "nbjudge.errors": ("CourseError", "GraderError", "StudentError"),
    "nbjudge.grading": ("grade_file", "grade_files"),
    "nbjudge.judge.verdict": ("Status", "Verdict"),
    "nbjudge.pool.graded": ("Graded",),
}


def __getattr__(name: str) -> Any:
    """A public name, imported from its home when it is first asked for."""
    for home, names in _HOMES.items():
        if name in names:
            value = getattr(importlib.import_module(home), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
