"""The student processes of one submission, one after another."""

from __future__ import annotations

from typing import Any

from nbjudge.confine.fork_server import ForkServers
from nbjudge.confine.usage import usage
from nbjudge.errors import StudentCrashedError, StudentTimeoutError
from nbjudge.exercise.exercise import Usage
from nbjudge.judge.conversation import PutProbe, Request
from nbjudge.judge.kernel import Outcome, StudentProcess

LEAST_SECONDS = 4.0  # what is left to a cell after others have hung


class Session:
    """The student processes of one submission, one after another."""

    def __init__(
        self, servers: ForkServers, level: str, modules: list[str], cell_seconds: float
    ) -> None:
        self.servers, self.level, self.modules = servers, level, modules
        self.cell_seconds = cell_seconds
        self.done: list[str] = []  # sources to replay: all that came to an end
        self.process = self._new()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.close()

    def execute(self, source: str) -> Outcome:
        """Run one cell; afterwards there is a living process again, whatever the cell did."""
        outcome = self.process.execute(source, self.cell_seconds)
        if outcome.status == "timeout":  # what hangs once tends to hang in every demonstration
            self.cell_seconds = max(LEAST_SECONDS, self.cell_seconds / 2)
        if outcome.status in ("ok", "error"):
            self.done.append(source)
        elif outcome.status == "crashed" or not self.process.responds():
            self.replace()
        return outcome

    def put(self, request: Request, probes: list[PutProbe], seconds: float) -> list[Any]:
        """Put a question; a process that it hangs or kills is replaced before the error goes on."""
        try:
            return self.process.ask(request, probes, seconds)
        except (StudentTimeoutError, StudentCrashedError):
            if not self.process.responds():
                self.replace()
            raise

    def usage(self) -> Usage:
        """What the process at hand has used."""
        return usage(self.process.pid)

    def replace(self) -> None:
        """A new process in which every cell that came to an end has been run again."""
        self.process.close()
        self.process = self._new()
        for source in self.done:
            if self.process.execute(source, self.cell_seconds).status == "crashed":
                break

    def _new(self) -> StudentProcess:
        return StudentProcess(self.servers, self.level, self.modules)
