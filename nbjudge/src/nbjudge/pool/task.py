"""What is sent to be judged: a clean notebook as text, a seed, and what must be known beside."""

from __future__ import annotations

from dataclasses import dataclass

from nbjudge.course.course import Course


@dataclass(frozen=True)
class Task:
    """One submission to judge, at a level of isolation, by the exercises of a course.

    ``minutes`` of processor time are what the solution takes; a submission may take longer.
    """

    course: Course
    notebook: str
    seed: str
    isolation: str
    minutes: int = 1
