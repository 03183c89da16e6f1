"""Starts kernels by a fork server, wherever jupyter_client starts kernels.

Selected by a kernelspec: ``"kernel_provisioner": {"provisioner_name": "course-forks"}``.
(https://jupyter-client.readthedocs.io/en/stable/provisioning.html)
"""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.provisioner_base import KernelProvisionerBase
from traitlets import List, Unicode

from nbjudge.confine.fork_server import ForkServer, ForkServers
from nbjudge.confine.stage import staged
from nbjudge.course.course import find_course
from nbjudge.course.student_layer import StudentLayer
from nbjudge.errors import CourseError

KERNEL_SOCKETS = 5  # that a kernel listens at
SERVERS = "fork_servers"  # of a kernel's manager: what its provisioner takes servers from


class ForkProvisioner(KernelProvisionerBase):
    """One kernel in a sandbox, without network: it is spoken to through Unix sockets.

    ``modules`` are imported before there is a kernel. A judge's manager holds the ``ForkServers``
    of its process; any other kernel has a server of its own, with the student layer of the course
    that is worked in.
    """

    modules = List(Unicode(), config=True)

    server: ForkServer | None = None
    has_process = False
    _own: ForkServers | None = None

    @property
    def name(self) -> str:
        """What the server calls this kernel; the same after a restart."""
        return self.kernel_id[:8]

    @property
    def servers(self) -> ForkServers:
        """Where servers come from and go back to."""
        found: ForkServers | None = getattr(self.parent, SERVERS, None) or self._own
        if found is None:
            self._life = ExitStack()
            stage = self._life.enter_context(staged(layer_here()))
            found = self._own = self._life.enter_context(ForkServers(stage))
        return found

    @property
    def pid(self) -> int:
        """The sandbox's first process on this machine; whoever kills it ends the server too."""
        assert self.server is not None
        return self.server.process.pid

    async def poll(self) -> int | None:
        running = self.has_process and self.server is not None and self.server.runs(self.name)
        return None if running else 0

    async def wait(self) -> int | None:
        while await self.poll() is None:
            await asyncio.sleep(0.05)
        self.has_process = False
        return 0

    async def send_signal(self, signum: int) -> None:
        """No signal goes into a sandbox: kernels are interrupted by message."""

    async def kill(self, restart: bool = False) -> None:
        if self.server is not None and self.has_process:
            self.server.stop(self.name)

    async def terminate(self, restart: bool = False) -> None:
        await self.kill(restart)

    async def cleanup(self, restart: bool = False) -> None:
        if self.server is not None and restart:
            return  # its sockets stay in their place
        if self.server is not None:
            self.servers.give_back(self.server)
        self.server = None
        if self._own is not None:
            self._life.close()
            self._own = None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        self.server = self.server or self.servers.borrow(self.modules)
        manager: Any = self.parent
        manager.cleanup_connection_file()
        manager.transport, manager.ip = "ipc", str(self.server.place(self.name) / "kernel")
        manager.write_connection_file()
        return await super().pre_launch(cmd=[], **kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        assert self.server is not None
        manager: Any = self.parent
        connection: Any = json.loads(Path(manager.connection_file).read_text(encoding="utf-8"))
        self.server.start(self.name, connection)
        self.has_process = True
        sockets = self.server.place(self.name)
        while len(os.listdir(sockets)) < KERNEL_SOCKETS and await self.poll() is None:
            await asyncio.sleep(0.002)  # who connects sooner tries again a tenth of a second later
        known: KernelConnectionInfo = connection | {"key": connection["key"].encode()}
        return known


def layer_here() -> StudentLayer | None:
    """The student layer of the course in whose folder this process works, if it does in one."""
    try:
        return find_course(installed=True).layer
    except CourseError:
        return None
