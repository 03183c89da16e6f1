"""Fork servers as the judge sees them: one sandbox each, that starts kernels in milliseconds."""

from __future__ import annotations

import json
import os
import select
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from multiprocessing.util import Finalize
from pathlib import Path
from time import monotonic
from typing import Any

from nbjudge.confine.sandbox import Sandbox, as_seen_inside
from nbjudge.confine.stage import Stage
from nbjudge.confine.temporary import remove
from nbjudge.errors import ServerError
from nbjudge.guest import landlock
from nbjudge.guest.forks import packages

START_SECONDS = 60.0
END_SECONDS = 10.0


class ForkServer:
    """A sandbox in which kernels are forked from a process that has ``modules`` in memory."""

    def __init__(self, modules: Iterable[str], stage: Stage) -> None:
        self.modules = frozenset(modules)
        self.scratch = Path(tempfile.mkdtemp(prefix="student-"))
        self.sandbox = Sandbox("confined", self.scratch, stage)
        self.running, self._received = set[str](), b""
        self.process = subprocess.Popen(
            self.sandbox.server(sorted(self.modules)),
            env=self.sandbox.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._at_exit = Finalize(None, self.close, exitpriority=0)  # in worker processes too
        if self._next(START_SECONDS) != "ready":
            self.close()
            raise ServerError("this system lets no fork have namespaces of its own")

    def place(self, name: str) -> Path:
        """Where the sockets of a kernel of this name will be, or are."""
        return self.sandbox.sockets / name

    def start(self, name: str, connection: dict[str, Any]) -> None:
        """Start a kernel with a connection file of this content, but for the sockets' place."""
        self.sandbox.make_place(self.place(name))
        self.running.add(name)
        self._ask({"start": name, "connection": as_seen_inside(connection)})

    def runs(self, name: str) -> bool:
        """Whether anything of a kernel is left; what the server said meanwhile is read."""
        while name in self.running and (said := self._next(0)) is not None:
            self.running.discard(said["ended"])
        if self.process.poll() is not None:
            self.running.clear()
        return name in self.running

    def stop(self, name: str) -> None:
        """End a kernel with all its processes. Raises ``ServerError`` if that takes too long."""
        self._ask({"stop": name})
        deadline = monotonic() + END_SECONDS
        while self.runs(name):
            if monotonic() > deadline:
                raise ServerError("a kernel did not end")
            select.select([self._output], [], [], 0.1)
        remove(self.place(name))

    def close(self) -> None:
        """End the server and all that it started."""
        self._at_exit.cancel()
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            with suppress(OSError):
                pipe.close()
        self.running.clear()
        remove(self.scratch)

    @property
    def _output(self) -> int:
        assert self.process.stdout is not None
        return self.process.stdout.fileno()

    def _ask(self, request: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        with suppress(OSError):  # it has ended, which is seen where it matters
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()

    def _next(self, seconds: float) -> Any:
        """The next thing the server says, or None if it says nothing for so long."""
        deadline = monotonic() + seconds
        while b"\n" not in self._received:
            ready, _, _ = select.select([self._output], [], [], max(0, deadline - monotonic()))
            received = os.read(self._output, 65536) if ready else b""
            if not received:
                return None
            self._received += received
        line, self._received = self._received.split(b"\n", 1)
        return json.loads(line)


class ForkServers:
    """The fork servers of one judge process: started when wanted, used again, ended at the end."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._idle: list[ForkServer] = []
        self._refused = ""  # why there can be none on this machine, once that has been found out

    def __enter__(self) -> ForkServers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End every server that nobody uses."""
        while self._idle:
            self._idle.pop().close()

    def borrow(self, modules: Iterable[str]) -> ForkServer:
        """A server that has at least the packages of these modules in memory.

        Raises ``ServerError`` where there can be none.
        """
        if not landlock.version():
            raise ServerError("this Linux has no Landlock, which keeps kernels from their server")
        wanted = frozenset(modules)
        while self._idle:
            server = self._idle.pop()
            if packages(wanted) <= packages(server.modules) and server.process.poll() is None:
                return server
            server.close()
        return ForkServer(wanted, self.stage)

    def give_back(self, server: ForkServer) -> None:
        """Keep a server for the next submission, if nothing runs in it."""
        if server.running or server.process.poll() is not None:
            server.close()
        else:
            self._idle.append(server)

    def obstacle(self, modules: Iterable[str]) -> str:
        """Why there can be no server with these modules here, or nothing: then one is ready."""
        if not self._refused:
            try:
                self.give_back(self.borrow(modules))
            except (OSError, ServerError) as error:
                self._refused = str(error)
        return self._refused
