"""A notebook client for a student process: what it says is capped, and it is started confined."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat.v4 as nbf
import zmq.asyncio
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbformat import NotebookNode

from nbjudge.confine.fork_server import ForkServers
from nbjudge.confine.provisioner import SERVERS
from nbjudge.confine.sandbox import Sandbox

OUTPUT_LIMIT = 2**20  # characters of output kept of one cell
LAST_OUTPUT_SECONDS = 30  # on the clock, for what a cell that has ended still shows
MANY = 256  # pieces of what is printed, from where they are joined in between
MESSAGE_LIMIT = 2**27  # bytes of one part of a message; the connection ends with a longer one


class CappedClient(NotebookClient):
    """A notebook client that forgets output past a limit, and that of streams keeps the text alone.

    In how many pieces a process sends what it prints depends on the machine, and so does whether
    stdout or stderr comes first: between two other outputs there is one of each, stdout first.
    """

    kept = pieces = 0

    async def async_execute_cell(self, cell: NotebookNode, *args: Any, **options: Any) -> Any:
        """Run a cell, whose output is capped anew and joined however it ends."""
        self.kept = self.pieces = 0
        try:
            return await super().async_execute_cell(cell, *args, **options)
        finally:
            join_streams(cell.outputs)

    def output(
        self, outs: list[Any], msg: dict[str, Any], display_id: str | None, cell_index: int
    ) -> Any:
        content = msg["content"]
        if msg["msg_type"] == "stream":
            text = str(content.get("text", ""))[: max(0, OUTPUT_LIMIT - self.kept)]
            msg = {**msg, "content": {**content, "text": text}}
            self.pieces += 1
        else:
            text = str(content)
        self.kept += len(text)
        if not text or self.kept > OUTPUT_LIMIT:
            return None
        if msg["msg_type"] != "stream" or self.pieces % MANY == 0:
            join_streams(outs)
        return super().output(outs, msg, display_id, cell_index)

    def _update_display_id(self, display_id: str, msg: dict[str, Any]) -> None:
        self.kept += len(str(msg["content"]))
        if self.kept <= OUTPUT_LIMIT:
            super()._update_display_id(display_id, msg)


def join_streams(outs: list[Any]) -> None:
    """Make one stdout and one stderr of all the streams that stand last."""
    last: list[Any] = []
    while outs and outs[-1].output_type == "stream":
        last.insert(0, outs.pop())
    for name in sorted({out.name for out in last}, reverse=True):
        text = "".join(out.text for out in last if out.name == name)
        outs.append(nbf.new_output("stream", name=name, text=text))


def client_of(
    servers: ForkServers, level: str, scratch: Path, modules: Iterable[str]
) -> CappedClient:
    """A client whose kernel is ready to be started at this level.

    Where it is confined and the system has what that takes, it will be forked from a server that
    has ``modules`` in memory; elsewhere it is started from nothing.
    """
    context = zmq.asyncio.Context()
    context.setsockopt(zmq.MAXMSGSIZE, MESSAGE_LIMIT)
    manager = AsyncKernelManager(transport="ipc", context=context)
    manager.connection_file = str(scratch / "connection.json")
    if level == "confined" and not servers.obstacle(modules):
        setattr(manager, SERVERS, servers)
        start = {"provisioner_name": "course-forks", "config": {"modules": sorted(modules)}}
        spec = KernelSpec(metadata={"kernel_provisioner": start})
    else:
        sandbox = Sandbox(level, scratch, servers.stage)
        manager.ip = str(sandbox.sockets / "kernel")
        manager.write_connection_file()
        spec = KernelSpec(argv=sandbox.command(), env=sandbox.environment())
    spec.language, spec.interrupt_mode = "python", "message"
    manager._kernel_spec = spec
    return CappedClient(
        nbf.new_notebook(),
        km=manager,
        allow_errors=True,
        raise_on_iopub_timeout=False,
        store_widget_state=False,
        iopub_timeout=LAST_OUTPUT_SECONDS,
    )
