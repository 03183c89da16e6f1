"""Where the time of grading goes: the student's process, talking with it, judging, writing.

Submissions are graded one by one in this process, so that a second of one part is not spent on
another. What runs in the student's process is its own processor time, read from outside.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any, TypeVar
from unittest.mock import patch

import nbformat

from nbjudge import autograde
from nbjudge.classroom.folder import Folder
from nbjudge.classroom.grading import graded_in
from nbjudge.confine.fork_server import ForkServers
from nbjudge.confine.stage import staged
from nbjudge.confine.usage import usage
from nbjudge.course.sections import Section
from nbjudge.gradebook import converters
from nbjudge.gradebook.gradebook import Gradebook
from nbjudge.judge import session
from nbjudge.judge.kernel import StudentProcess
from nbjudge.judge.run import run
from nbjudge.pool.task import Task

T = TypeVar("T")
spent: Counter[str] = Counter()  # seconds by part


@contextmanager
def clock(part: str) -> Iterator[None]:
    """Count what is done here as this part, but for what is counted meanwhile."""
    began, before = perf_counter(), spent.total()
    yield
    spent[part] += perf_counter() - began - (spent.total() - before)


class Clocked(StudentProcess):
    """A student process that counts what it spends."""

    def __init__(self, *arguments: Any) -> None:
        with clock("fork"):
            super().__init__(*arguments)

    def execute(self, *arguments: Any) -> Any:
        return self._counted("cells", super().execute, *arguments)

    def ask(self, *arguments: Any) -> Any:
        return self._counted("answers", super().ask, *arguments)

    def close(self) -> None:
        with clock("end"):
            super().close()

    def _counted(self, part: str, call: Callable[..., T], *arguments: Any) -> T:
        with clock("messages"):
            before = usage(self.pid).seconds
            try:
                return call(*arguments)
            finally:
                spent[part] += usage(self.pid).seconds - before


def parts(folder: Folder, section: Section, isolation: str) -> dict[str, float]:
    """Seconds that a submission in a class takes on average, by part, of one run of the class."""
    spent.clear()
    names = autograde.students(folder, section)
    with (
        patch.object(session, "StudentProcess", Clocked),
        staged(section.course.layer) as stage,
        ForkServers(stage) as servers,
        Gradebook(folder, section.course) as book,
    ):

        def execute(task: Task) -> str:
            notebook = nbformat.reads(task.notebook, as_version=4)
            return json.dumps(run(notebook, task.seed, servers, task.isolation).form())

        converters.register(book, section)
        for name in names:
            with clock("intake"):
                clean = autograde.intake(folder, section, name)
            with clock("judging"):
                graded_in(folder, section, clean, isolation, execute)
            with clock("writing"):
                converters.autograde(book, section, name, isolation, execute)
    return {part: seconds / len(names) for part, seconds in spent.items()}
