"""The course that is tested: the repository's own."""

from __future__ import annotations

from pathlib import Path

from nbjudge.course.course import load_course
from nbjudge.course.exercises import exercises_of
from nbjudge.course.sections import Section, find_section, sections
from nbjudge.exercise.exercise import Exercise

ROOT = Path(__file__).resolve().parents[2]
COURSE = load_course(ROOT)


SECTIONS = sections(COURSE)


def find(name: str) -> Section:
    """The section of this name, number or topic."""
    return find_section(COURSE, name)


def exercises() -> dict[str, Exercise]:
    """Every exercise of the course by name."""
    found: dict[str, Exercise] = {}
    for section in SECTIONS:
        found |= exercises_of(COURSE.package, section.topic)
    return found
