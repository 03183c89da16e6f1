"""Which section a file belongs to, and its clean notebook."""

from __future__ import annotations

from nbformat import NotebookNode

from nbjudge.course.course import Course
from nbjudge.course.sections import Section, master, sections
from nbjudge.errors import UnknownSectionError
from nbjudge.intake.assemble import answers_in, clean
from nbjudge.intake.reading import Submission


def prepare(section: Section, submission: Submission) -> NotebookNode:
    """The clean notebook of a submission."""
    return clean(master(section), submission)


def recognise(course: Course, submission: Submission) -> Section:
    """The section that a submission belongs to, by its content. Raises ``UnknownSectionError``."""
    scored = [(answers_in(master(s), submission), s) for s in sections(course)]
    score, section = max(scored, key=lambda pair: (pair[0], pair[1].name), default=(0, None))
    if section is None or score == 0:
        raise UnknownSectionError("It holds no answer to any section of this course.")
    return section
