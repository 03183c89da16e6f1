"""The student processes of one submission, one after another, and what time it has left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from nbjudge.confine.fork_server import ForkServers
from nbjudge.errors import (
    GraderError,
    StudentCrashedError,
    StudentStillError,
    StudentTimeoutError,
)
from nbjudge.exercise.exercise import Usage
from nbjudge.guest.definitions import DEFINITIONS_ALONE
from nbjudge.judge.conversation import Aside, PutProbe, Request
from nbjudge.judge.kernel import Outcome, StudentProcess
from nbjudge.notebook import cells

CELL_SECONDS = 30.0  # of processor time, like all that follow
GIVEN_SECONDS = 60.0
SUBMISSION_SECONDS = 180.0
REPLAY_SECONDS = 600.0  # for what came to an end before
SPENT = "Not run: this submission has used up all its processor time ({seconds:.0f} seconds)."
NOTHING: Request = {"module": "", "source": "", "targets": []}
NOT_AGAIN = "cells that had come to an end did not come to one again, twice"


@dataclass(frozen=True)
class Limits:
    """Processor seconds: of a cell of the student's, of a given one, and of a submission.

    What given cells use is not taken off from what is left to the student; they have as much again.
    """

    cell: float = CELL_SECONDS
    given: float = GIVEN_SECONDS
    submission: float = SUBMISSION_SECONDS


USUAL = Limits()


def limits_for(minutes: int) -> Limits:
    """Limits where the solution takes so many processor minutes, each that was begun counted.

    A submission has three times as much.
    """
    return Limits(submission=minutes * SUBMISSION_SECONDS)


class Budget:
    """Processor seconds to spend."""

    def __init__(self, seconds: float) -> None:
        self.seconds = self.left = seconds

    def allow(self, seconds: float) -> float:
        """So many seconds, or what is left of them."""
        return min(seconds, self.left)

    @contextmanager
    def spending(self, process: StudentProcess) -> Iterator[None]:
        """Whatever the process uses inside is spent."""
        before = process.spent
        try:
            yield
        finally:
            self.left -= process.spent - before


class Session:
    """The student processes of one submission, one after another."""

    def __init__(
        self,
        servers: ForkServers,
        level: str,
        modules: list[str],
        limits: Limits = USUAL,
    ) -> None:
        self.servers, self.level, self.modules, self.limits = servers, level, modules, limits
        self.students, self.given = Budget(limits.submission), Budget(limits.submission)
        self.done: list[str] = []  # sources to replay: all that came to an end
        self.aside: Aside = "afresh"  # where the next question is answered
        self.process = self._new()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.close()

    def execute(self, source: str, given: bool = False) -> Outcome:
        """Run one cell; afterwards there is a living process again, whatever the cell did.

        Raises ``GraderError`` if there is none to be had.
        """
        budget = self.given if given else self.students
        allowed = budget.allow(self.limits.given if given else self.limits.cell)
        if allowed <= 0:
            return Outcome("timeout", [], reason=SPENT.format(seconds=budget.seconds))
        with budget.spending(self.process):
            outcome = self.process.execute(source, allowed)
        if outcome.status in ("ok", "error"):
            self.done.append(source)
            return outcome
        # an endless demonstration does not lose what is defined beside it
        self.done.append(f"%%{DEFINITIONS_ALONE}\n{cells.without_timer(source)}")
        if outcome.status == "crashed" or not self.process.responds():
            self.replace()
        return outcome

    def put(self, request: Request, probes: list[PutProbe], seconds: float) -> list[Any]:
        """Put a question to the process itself, whose objects are known by handles."""
        return self._put(request, probes, seconds, "")

    def put_aside(self, request: Request, probes: list[PutProbe], seconds: float) -> list[Any]:
        """Put a question to a fork of the process: a new one after ``leave``, else the last."""
        self.asked = not self.aside
        try:
            replies = self._put(request, probes, seconds, self.aside)
        except StudentStillError:
            if self.aside:  # it may wait for a thread that was not forked
                self.aside = ""
            raise
        except (StudentTimeoutError, StudentCrashedError):
            self.aside = "afresh" if self.aside else ""
            raise
        self.aside = "aside" if self.aside else ""
        return replies

    def afresh(self) -> None:
        """Have the next questions answered where nobody has been asked before.

        Raises what ``put_aside`` does.
        """
        if self.aside:
            self.aside = "afresh"
            self.put_aside(NOTHING, [], self.limits.cell)  # so that it is there when it is measured
        elif self.asked:
            self.replace()

    def usage(self) -> Usage:
        """What the process at hand has used."""
        return self.process.usage()

    def replace(self) -> None:
        """A new process in which every cell that came to an end has been run again.

        Raises ``GraderError`` if one does not come to an end again: that is no answer's doing.
        """
        for _ in range(2):
            self.process.close()
            self.process = self._new()
            if self._replayed():
                return
        raise GraderError(NOT_AGAIN)

    def _replayed(self) -> bool:
        with self.students.spending(self.process):
            return all(
                self.process.execute(source, REPLAY_SECONDS).status in ("ok", "error")
                for source in self.done
            )

    def _put(
        self, request: Request, probes: list[PutProbe], seconds: float, aside: Aside
    ) -> list[Any]:
        """Put a question; a process that it hangs or kills is replaced before the error goes on."""
        allowed = self.students.allow(seconds)
        if allowed <= 0:
            raise StudentTimeoutError
        try:
            with self.students.spending(self.process):
                return self.process.ask(request, probes, allowed, aside)
        except (StudentTimeoutError, StudentCrashedError):
            if not self.process.responds():
                self.replace()
            raise

    def _new(self) -> StudentProcess:
        self.asked = False
        return StudentProcess(self.servers, self.level, self.modules)
