"""What is said between the judge and a kernel, beside running cells: pings, questions, replies.

Nothing that comes out of the kernel is believed: replies go through ``wire``.
"""

from __future__ import annotations

import contextlib
import uuid
from queue import Empty
from typing import Any, Literal, TypedDict

from nbjudge.errors import StudentCrashedError
from nbjudge.guest.wire import WireError, pack


class Request(TypedDict):
    """What is asked beside the probes: a module of ours, and the student's objects it is about."""

    module: str
    source: str
    targets: list[str | int]


Aside = Literal["", "afresh", "aside"]  # in the process itself, in a new fork of it, in the last


PutProbe = tuple[str, dict[str, Any]]  # a function of the module, and what it is given


class Conversation:
    """Talks to one kernel by jupyter_client's manager and channels."""

    def __init__(self, manager: Any, channels: Any) -> None:
        self.manager, self.channels = manager, channels

    async def begin(self) -> None:
        """Ask until a question is answered and seen answered.

        jupyter_client's own way of waiting takes a fifth of a second more.
        """
        while True:
            try:
                wanted = await self.ping()
                await self._reply(self.channels.iopub_channel, wanted, 0.1)
                return
            except Empty:  # iopub was not connected yet
                continue

    async def ping(self) -> str:
        """Ask something that a kernel always answers; the question's id, once it has."""
        wanted: str = self.channels.kernel_info()
        while True:
            await self._alive()
            with contextlib.suppress(Empty):
                await self._reply(self.channels.shell_channel, wanted, 0.5)
                return wanted

    async def ask(
        self, request: Request, probes: list[PutProbe], aside: Aside = ""
    ) -> tuple[Any, list[bytes]]:
        """The packed replies to the probes, and their buffers.

        Raises ``StudentCrashedError``, or ``WireError`` for no reply.
        """
        buffers: list[bytes] = []
        data = {**request, "aside": aside, "probes": pack(probes, buffers)}
        content = {"comm_id": uuid.uuid4().hex, "target_name": "course.ask", "data": data}
        message = self.channels.session.msg("comm_open", content)
        message["buffers"] = buffers
        self.channels.shell_channel.send(message)
        answer = None
        while True:
            try:
                reply = await self.channels.iopub_channel.get_msg(timeout=0.5)
            except Empty:
                await self._alive()
                continue
            if reply["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            body = reply["content"]
            if reply["msg_type"] == "comm_msg" and body.get("comm_id") == content["comm_id"]:
                if answer is not None:
                    raise WireError("more than one reply")
                if body["data"].get("crashed"):
                    raise StudentCrashedError
                answer = body["data"].get("replies"), [bytes(b) for b in reply["buffers"]]
            if reply["msg_type"] == "status" and body.get("execution_state") == "idle":
                if answer is None:
                    raise WireError("no reply")
                return answer

    async def _alive(self) -> None:
        if not await self.manager.is_alive():
            raise StudentCrashedError

    @staticmethod
    async def _reply(channel: Any, wanted: str, seconds: float) -> None:
        """Read messages up to one that replies to ``wanted``. Raises ``Empty`` at a silence."""
        while True:
            message = await channel.get_msg(timeout=seconds)
            if message["parent_header"].get("msg_id") == wanted:
                return
