"""One tree of errors: what a person must mend, what a student's code did, what is a fault of ours.

A ``CourseError`` is one sentence that says what is wrong, where, and what to do. A ``StudentError``
costs the answer that caused it. A ``GraderError`` never costs a student anything.
"""

from __future__ import annotations

AGAIN = "run the same command again: it goes on from here"


class NbjudgeError(Exception):
    """Anything that this package raises on purpose."""


class CourseError(NbjudgeError):
    """A person must mend something before this can be done; the text says what."""


class UnknownSectionError(CourseError):
    """No section of that name, or none that a file belongs to."""


class FolderError(CourseError):
    """Nothing more can be graded in this folder until a person acts; the text says how."""


class ClusterError(FolderError):
    """Nothing can be graded on this cluster until a person acts; the text says how."""


class CollectError(CourseError):
    """There is nothing to collect; the text says what to do."""


class ConversionError(CourseError):
    """nbgrader could not convert something; the text is its own."""


class IsolationError(CourseError):
    """The machine cannot keep student code apart as far as was asked."""


class PublishError(CourseError):
    """The folder cannot be published there, or from this."""


class SolutionError(CourseError):
    """A cell of a model solution raised."""


class SubmissionError(CourseError):
    """There is nothing to grade in a student's folder; the text says where."""


class SetAsideError(CourseError):
    """A submission is not tried again in this run; the text says why."""


class StudentError(NbjudgeError):
    """A student's code did what no right answer does."""


class StudentRaisedError(StudentError):
    """The student's code raised; the text is theirs."""


class StudentTimeoutError(StudentError):
    """The student process used more processor time than there is for this."""


class StudentStillError(StudentTimeoutError):
    """The student process stood still, and did not answer."""


class StudentCrashedError(StudentError):
    """The student process died."""


class OddAnswerError(StudentError):
    """The answer is not of the kind that was asked for."""


class GraderError(NbjudgeError):
    """A fault of ours: whatever was to be judged is withheld, and counts neither way."""


class ServerError(GraderError):
    """The fork server did not do what it was asked."""


class JudgeCrashedError(GraderError):
    """The judge's process ended, or was ended, while it judged a submission."""
