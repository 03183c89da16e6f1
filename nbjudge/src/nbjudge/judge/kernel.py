"""One student process: a kernel that runs cells and answers the judge, or is found wanting.

Built on nbclient and jupyter_client. Nothing that comes out of the process is believed: outputs are
capped and shown to people only, replies go through ``wire``.
"""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import tempfile
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import nbformat.v4 as nbf
import psutil
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode

from nbjudge.confine.fork_server import ForkServers
from nbjudge.confine.pace import Pace
from nbjudge.confine.temporary import remove
from nbjudge.confine.usage import usage
from nbjudge.confine.watch import Watch
from nbjudge.errors import StudentCrashedError, StudentStillError, StudentTimeoutError
from nbjudge.exercise.exercise import Usage
from nbjudge.guest.wire import WireError, unpack
from nbjudge.judge.client import client_of
from nbjudge.judge.conversation import Aside, Conversation, PutProbe, Request

T = TypeVar("T")
LOOK = 0.2  # seconds between two looks at how a process gets on
GRACE = 2.0  # processor seconds that an interrupted process has before it is given up
START_TIMEOUT = 600.0  # on the clock: for a machine that starts nothing any more
END_TIMEOUT = 60.0
STILL = "This cell was stopped: it did nothing, asleep or waiting for what does not come."
GARBLED = "This cell sent messages that no notebook sends."


@dataclass
class Outcome:
    """How one cell ended: ok, error, timeout or crashed, what it showed, and why it was ended."""

    status: str
    outputs: list[NotebookNode]
    execution_count: int | None = None
    reason: str = ""


class StudentProcess:
    """A kernel for one submission. Use as a context manager; dead afterwards.

    ``modules`` are those that it will import; where kernels are forked, they are there before.
    """

    def __init__(self, servers: ForkServers, level: str, modules: Iterable[str] = ()) -> None:
        self.level = level
        self.scratch = Path(tempfile.mkdtemp(prefix="student-"))
        self.loop = asyncio.new_event_loop()
        self.client = client_of(servers, level, self.scratch, modules)
        self.relatives = children()
        self._wait(self._start(), START_TIMEOUT)
        self.spent = 0.0  # processor seconds of all cells and questions
        self.watch = Watch(self.pid, Path(self.manager.ip).parent)
        self.watch.start()

    def __enter__(self) -> StudentProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The first process of the submission; all others descend from it."""
        pid: int = self.manager.provisioner.pid
        return pid

    @property
    def manager(self) -> Any:
        """jupyter_client's manager of the kernel."""
        return self.client.km

    def execute(self, source: str, seconds: float) -> Outcome:
        """Run one cell for at most so much processor time; never raises for what the cell does."""
        cell = nbf.new_code_cell(source)
        self.client.nb.cells = [cell]
        try:
            self._attend(self.client.async_execute_cell(cell, 0), seconds)
        except DeadKernelError:
            return Outcome("crashed", cell.outputs, reason=self.watch.excess)
        except StudentStillError:
            return Outcome("timeout", cell.outputs, reason=STILL)
        except StudentTimeoutError:
            return Outcome("timeout", cell.outputs)
        except Exception:  # whatever it takes to confuse a client, it is the cell that does it
            return Outcome("crashed", [], reason=GARBLED)
        failed = any(output.output_type == "error" for output in cell.outputs)
        return Outcome("error" if failed else "ok", cell.outputs, cell.execution_count)

    def ask(
        self, request: Request, probes: list[PutProbe], seconds: float, aside: Aside = ""
    ) -> list[Any]:
        """The replies to ``probes``, as plain data, one each, for at most so much processor time.

        ``aside`` says whether the process itself answers, or a fork of it. Raises
        ``StudentTimeoutError``, ``StudentCrashedError``, or ``WireError`` for what is no reply.
        """
        try:
            forms, out = self._attend(self.conversation.ask(request, probes, aside), seconds)
        except (StudentCrashedError, StudentTimeoutError, WireError):
            raise
        except Exception as error:
            raise WireError("messages that no kernel sends") from error
        replies = unpack(forms, out)
        if not isinstance(replies, list) or len(replies) != len(probes):
            raise WireError("a reply of another length than the question")
        return replies

    def responds(self) -> bool:
        """Whether the process is alive and listens."""
        try:
            self._attend(self.conversation.ping(), GRACE)
            return True
        except Exception:  # silence, or messages that no kernel sends
            return False

    def usage(self) -> Usage:
        """What they have used, and what they hold."""
        return usage(self.pid, None if self.level == "confined" else self.scratch)

    def close(self) -> None:
        """Kill the process with all that it left behind, and clean up after it."""
        try:
            self.watch.stop()
            self.conversation.channels.stop_channels()
            self._wait(self.manager.shutdown_kernel(now=True), END_TIMEOUT)
            if self.level != "confined":  # with a sandbox nothing is left behind
                kill_all_but(self.relatives)
        finally:
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
            self.loop.close()
            remove(self.scratch)

    async def _start(self) -> None:
        """Start the kernel and connect to it."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        await self.client.async_start_new_kernel(
            env=dict(self.manager.kernel_spec.env), cwd=str(self.scratch), **quiet
        )
        channels = self.client.kc = self.manager.client()
        channels.start_channels()
        channels.allow_stdin = False
        self.conversation = Conversation(self.manager, channels)
        await self.conversation.begin()

    def _attend(self, coroutine: Coroutine[Any, Any, T], seconds: float) -> T:
        """The coroutine's result, as long as the process gets on with it.

        What has used too much processor time, or stands still, is interrupted and then given up.
        Raises ``StudentTimeoutError``.
        """
        return self.loop.run_until_complete(self._attended(coroutine, seconds))

    async def _attended(self, coroutine: Coroutine[Any, Any, T], seconds: float) -> T:
        task, pace = asyncio.ensure_future(coroutine), Pace(self.pid)
        error: StudentTimeoutError | None = None
        while not (await asyncio.wait({task}, timeout=LOOK))[0]:
            pace.look()
            if pace.used < seconds and not pace.still:
                continue
            if error is not None:  # it was interrupted before
                break
            error = StudentStillError() if pace.still else StudentTimeoutError()
            await self.manager.interrupt_kernel()
            self.spent += pace.used
            pace, seconds = Pace(self.pid), GRACE
        pace.look()
        self.spent += pace.used
        if error is None:
            return task.result()
        task.cancel()
        with contextlib.suppress(BaseException):
            await task
        raise error

    def _wait(self, coroutine: Coroutine[Any, Any, T], seconds: float) -> T:
        return self.loop.run_until_complete(asyncio.wait_for(coroutine, seconds))


def children() -> set[psutil.Process]:
    """All that descends from this process."""
    return set(psutil.Process().children(recursive=True))


def kill_all_but(known: set[psutil.Process]) -> None:
    """Kill what descends from this process, but for those known."""
    while left := children() - known:
        for process in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(left, timeout=1)
