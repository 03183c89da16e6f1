"""Answers in a fork of the student process, which is thrown away: what answering leaves is left.

Working TODOs that one exercise lends, answers that are remembered, names that a function binds
anew: nothing of it is there for the next exercise, and a crash costs the fork alone.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

Answer = Callable[[dict[str, Any], list[bytes]], tuple[Any, list[bytes]]]


class Aside:
    """One fork at a time, which answers for this process."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._process = 0
        self._connection: Connection[Any, Any] | None = None

    def begin(self) -> None:
        """Fork anew. Raises ``OSError`` where no process can be had."""
        self.end()
        ours, theirs = Pipe()
        self._process = os.fork()
        if self._process == 0:
            ours.close()
            serve(theirs, self._answer)
        theirs.close()
        self._connection = ours

    def ask(self, request: dict[str, Any], buffers: list[bytes]) -> tuple[Any, list[bytes]]:
        """The fork's answer. Raises ``EOFError`` or ``OSError`` if it is gone, or cannot be had."""
        if self._connection is None:
            self.begin()
        try:
            assert self._connection is not None
            self._connection.send((request, buffers))
            form, out = self._connection.recv()
        except BaseException:  # an interrupt, too, ends what is asked
            self.end()
            raise
        return form, out

    def end(self) -> None:
        """End the fork, with the processes of its group."""
        if self._connection is None:
            return
        self._connection.close()
        self._connection = None
        for kill in (os.killpg, os.kill):
            with suppress(OSError):
                kill(self._process, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(self._process, 0)


def serve(connection: Connection[Any, Any], answer: Answer) -> None:
    """Answer as a fork until nobody asks; never returns into what was forked."""
    try:
        with suppress(OSError):
            os.setpgid(0, 0)  # an interrupt is for the process that was forked, and a kill for all
        while True:
            connection.send(answer(*connection.recv()))
    finally:
        os._exit(0)
