"""Starts kernels by a fork server, wherever jupyter_client starts kernels.

Selected by a kernelspec: ``"kernel_provisioner": {"provisioner_name": "course-forks"}``.
(https://jupyter-client.readthedocs.io/en/stable/provisioning.html)
"""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import KernelProvisionerBase
from traitlets import List, Unicode

from helpers.grading.server import ForkServer, borrow, give_back

SOCKETS = 5  # that a kernel listens at


class ForkProvisioner(KernelProvisionerBase):
    """One kernel in a sandbox, without network: it is spoken to through Unix sockets.

    ``modules`` are imported before there is a kernel.
    """

    modules = List(Unicode(), config=True)

    server: ForkServer | None = None
    number: int | None = None
    sockets: Path

    @property
    def pid(self) -> int:
        """The sandbox's first process on this machine; whoever kills it ends the server too."""
        assert self.server is not None
        return self.server.process.pid

    @property
    def has_process(self) -> bool:
        return self.number is not None

    async def poll(self) -> int | None:
        if self.server is not None and self.number is not None and self.server.runs(self.number):
            return None
        return 0

    async def wait(self) -> int | None:
        while await self.poll() is None:
            await asyncio.sleep(0.05)
        self.number = None
        return 0

    async def send_signal(self, signum: int) -> None:
        """No signal goes into a sandbox: kernels are interrupted by message."""

    async def kill(self, restart: bool = False) -> None:
        if self.server is not None and self.number is not None:
            self.server.stop(self.number)

    async def terminate(self, restart: bool = False) -> None:
        await self.kill(restart)

    async def cleanup(self, restart: bool = False) -> None:
        if self.server is not None:
            give_back(self.server)
        self.server = self.number = None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        self.server = borrow(self.modules)
        self.sockets = self.server.next_folder()
        manager: Any = self.parent
        manager.transport, manager.ip = "ipc", str(self.sockets / "kernel")
        manager.write_connection_file()
        return await super().pre_launch(cmd=[], **kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        assert self.server is not None
        manager: Any = self.parent
        connection = json.loads(Path(manager.connection_file).read_text(encoding="utf-8"))
        self.number = self.server.start(connection)
        while len(os.listdir(self.sockets)) < SOCKETS and await self.poll() is None:
            await asyncio.sleep(0.002)  # who connects sooner tries again a tenth of a second later
        return {**connection, "key": connection["key"].encode()}
