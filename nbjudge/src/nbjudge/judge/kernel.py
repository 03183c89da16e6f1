"""One student process: a kernel that runs cells and answers the judge, or is found wanting.

Built on nbclient and jupyter_client. Nothing that comes out of the process is believed: outputs are
capped and shown to people only, replies go through ``wire``.
"""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import tempfile
import uuid
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty
from time import monotonic
from typing import Any, TypeVar

import nbformat.v4 as nbf
import psutil
import zmq.asyncio
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode

from nbjudge.confine import fork_server
from nbjudge.confine.sandbox import Sandbox
from nbjudge.confine.temporary import remove
from nbjudge.confine.watch import Watch
from nbjudge.guest.wire import WireError, pack, unpack

T = TypeVar("T")
GRACE = 2.0  # seconds that an interrupted process has to answer again before it is killed
START_TIMEOUT = 60.0
OUTPUT_LIMIT = 2**20  # characters of output kept of one cell
MESSAGE_LIMIT = 2**27  # bytes of one part of a message; the connection ends with a longer one
GARBLED = "This cell sent messages that no notebook sends."


class StudentTimeoutError(Exception):
    """The student process did not answer in time."""


class StudentCrashedError(Exception):
    """The student process died."""


@dataclass
class Outcome:
    """How one cell ended: ok, error, timeout or crashed, what it showed, and why it was ended."""

    status: str
    outputs: list[NotebookNode]
    execution_count: int | None = None
    reason: str = ""


class CappedClient(NotebookClient):
    """A notebook client that forgets output past a limit."""

    kept = 0

    def output(self, outs: list, msg: dict, display_id: str | None, cell_index: int) -> Any:
        self.kept += len(str(msg["content"]))
        if self.kept > OUTPUT_LIMIT:
            return None
        return super().output(outs, msg, display_id, cell_index)

    def _update_display_id(self, display_id: str, msg: dict) -> None:
        self.kept += len(str(msg["content"]))
        if self.kept <= OUTPUT_LIMIT:
            super()._update_display_id(display_id, msg)


class StudentProcess:
    """A kernel for one submission. Use as a context manager; dead afterwards.

    Where it is confined and the system has what that takes, it is forked from a server that has
    ``modules`` in memory; elsewhere it is started from nothing.
    """

    def __init__(self, isolation: str, modules: Iterable[str] = ()) -> None:
        self.level = isolation
        self.scratch = Path(tempfile.mkdtemp(prefix="student-"))
        self.loop = asyncio.new_event_loop()
        self.relatives: set[psutil.Process] | None = None  # before, where it has no sandbox
        self.client = self._client(isolation, sorted(modules))
        self._wait(self._start(), START_TIMEOUT)
        self.watch = Watch(self.pid, Path(self.manager.ip).parent)
        self.watch.start()

    def __enter__(self) -> StudentProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def execute(self, source: str, seconds: float) -> Outcome:
        """Run one cell for at most ``seconds``; never raises for anything the cell does."""
        cell = nbf.new_code_cell(source)
        self.client.nb.cells = [cell]
        self.client.timeout = max(1, round(seconds))
        self.client.kept = 0
        began = monotonic()
        try:
            self._wait(self.client.async_execute_cell(cell, 0), seconds + 4 * GRACE)
        except DeadKernelError:
            return Outcome("crashed", cell.outputs, reason=self.watch.excess)
        except TimeoutError:
            return Outcome("timeout", cell.outputs)
        except Exception:  # whatever it takes to confuse a client, it is the cell that does it
            return Outcome("crashed", [], reason=GARBLED)
        if monotonic() - began >= seconds:
            return Outcome("timeout", cell.outputs)
        failed = any(output.output_type == "error" for output in cell.outputs)
        return Outcome("error" if failed else "ok", cell.outputs, cell.execution_count)

    def ask(self, request: dict[str, Any], probes: list[Any], seconds: float) -> list[Any]:
        """The replies to ``probes``, as plain data, one each.

        Raises ``StudentTimeoutError``, ``StudentCrashedError``, or ``WireError`` for what is no
        reply.
        """
        buffers: list[bytes] = []
        data = {**request, "probes": pack(probes, buffers)}
        content = {"comm_id": uuid.uuid4().hex, "target_name": "course.ask", "data": data}
        try:
            forms, out = self._wait(self._converse(content, buffers, seconds), seconds + GRACE)
        except TimeoutError as error:
            raise StudentTimeoutError from error
        except (StudentCrashedError, StudentTimeoutError, WireError):
            raise
        except Exception as error:
            raise WireError("messages that no kernel sends") from error
        replies = unpack(forms, out)
        if not isinstance(replies, list) or len(replies) != len(probes):
            raise WireError("a reply of another length than the question")
        return replies

    def responds(self) -> bool:
        """Whether the process is alive and listens, after at most one interrupt."""
        for attempt in range(2):
            try:
                self._wait(self._ping(), GRACE)
                return True
            except StudentCrashedError:
                return False
            except Exception:  # silence, or messages that no kernel sends
                if attempt == 0:
                    self._wait(self.manager.interrupt_kernel(), GRACE)
        return False

    def close(self) -> None:
        """Kill the process with all that it left behind, and clean up after it."""
        try:
            self.watch.stop()
            self.channels.stop_channels()
            self._wait(self.manager.shutdown_kernel(now=True), 10)
            if self.relatives is not None:
                self._kill_relatives(self.relatives)
        finally:
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
            self.loop.close()
            remove(self.scratch)

    @staticmethod
    def _kill_relatives(known: set[psutil.Process]) -> None:
        """Kill the processes left behind; with a sandbox there are none."""
        while left := set(psutil.Process().children(recursive=True)) - known:
            for process in left:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()
            psutil.wait_procs(left, timeout=1)

    @property
    def pid(self) -> int:
        """The first process of the submission; all others descend from it."""
        return self.manager.provisioner.pid

    @property
    def manager(self) -> Any:
        """jupyter_client's manager of the kernel."""
        return self.client.km

    @property
    def channels(self) -> Any:
        """jupyter_client's channels to the kernel."""
        return self.client.kc

    def _client(self, isolation: str, modules: list[str]) -> CappedClient:
        context = zmq.asyncio.Context()
        context.setsockopt(zmq.MAXMSGSIZE, MESSAGE_LIMIT)
        manager = AsyncKernelManager(transport="ipc", context=context)
        manager.connection_file = str(self.scratch / "connection.json")
        if isolation == "confined" and not fork_server.obstacle(modules):
            start = {"provisioner_name": "course-forks", "config": {"modules": modules}}
            spec = KernelSpec(metadata={"kernel_provisioner": start})
        else:
            sandbox = Sandbox(isolation, self.scratch)
            manager.ip = str(sandbox.sockets / "kernel")
            self.relatives = set(psutil.Process().children(recursive=True))
            manager.write_connection_file()
            spec = KernelSpec(argv=sandbox.command(), env=sandbox.environment())
        spec.language, spec.interrupt_mode = "python", "message"
        manager._kernel_spec = spec
        return CappedClient(
            nbf.new_notebook(),
            km=manager,
            allow_errors=True,
            interrupt_on_timeout=True,
            error_on_timeout={"ename": "Timeout", "evalue": "", "traceback": []},
            raise_on_iopub_timeout=False,
            store_widget_state=False,
            iopub_timeout=1,
        )

    async def _start(self) -> None:
        """Start a kernel and connect to it, until a question is answered and seen answered.

        jupyter_client's own way of waiting takes a fifth of a second more.
        """
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        await self.client.async_start_new_kernel(
            env=dict(self.manager.kernel_spec.env), cwd=str(self.scratch), **quiet
        )
        self.client.kc = self.manager.client()
        self.channels.start_channels()
        self.channels.allow_stdin = False
        while True:
            try:
                wanted = await self._ping()
                await self._reply(self.channels.iopub_channel, wanted, 0.1)
                return
            except Empty:  # iopub was not connected yet
                continue

    def _wait(self, coroutine: Coroutine[Any, Any, T], seconds: float) -> T:
        return self.loop.run_until_complete(asyncio.wait_for(coroutine, seconds))

    async def _alive(self) -> None:
        if not await self.manager.is_alive():
            raise StudentCrashedError

    async def _ping(self) -> str:
        """Ask something that a kernel always answers; the question's id, once it has."""
        wanted = self.channels.kernel_info()
        while True:
            await self._alive()
            with contextlib.suppress(Empty):
                await self._reply(self.channels.shell_channel, wanted, 0.5)
                return wanted

    @staticmethod
    async def _reply(channel: Any, wanted: str, seconds: float) -> None:
        """Read messages up to one that replies to ``wanted``. Raises ``Empty`` at a silence."""
        while True:
            message = await channel.get_msg(timeout=seconds)
            if message["parent_header"].get("msg_id") == wanted:
                return

    async def _converse(
        self, content: dict[str, Any], buffers: list[bytes], seconds: float
    ) -> tuple[Any, list[bytes]]:
        client = self.channels
        message = client.session.msg("comm_open", content)
        message["buffers"] = buffers
        client.shell_channel.send(message)
        deadline, answer = monotonic() + seconds, None
        while monotonic() < deadline:
            try:
                reply = await client.iopub_channel.get_msg(timeout=0.5)
            except Empty:
                await self._alive()
                continue
            if reply["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            body = reply["content"]
            if reply["msg_type"] == "comm_msg" and body.get("comm_id") == content["comm_id"]:
                if answer is not None:
                    raise WireError("more than one reply")
                answer = body["data"].get("replies"), [bytes(b) for b in reply["buffers"]]
            if reply["msg_type"] == "status" and body.get("execution_state") == "idle":
                if answer is None:
                    raise WireError("no reply")
                return answer
        raise StudentTimeoutError
