"""The inside of a judge's process. Imports nothing at first that reads the environment."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from threading import Thread
from typing import TYPE_CHECKING, Any

from nbjudge.confine.stage import Stage
from nbjudge.confine.threads import prepare_process

if TYPE_CHECKING:
    from nbjudge.confine.fork_server import ForkServers
    from nbjudge.pool.task import Task

BECOME_SUBREAPER = 36  # prctl: orphans of the student's become children of the judge, which kills


def work(connection: Connection[Any, Any], stage: Stage, seconds: float) -> None:
    """Judge what comes in, until nobody is there to send more.

    For each it has so many seconds of its own processor time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts a class ends its judges in order
    signal.signal(signal.SIGTERM, lambda *_: _end())
    prepare_process()
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(BECOME_SUBREAPER, 1)
    Thread(target=_end_with_parent, daemon=True).start()
    from nbjudge.confine.fork_server import ForkServers

    with ForkServers(stage) as servers, suppress(EOFError, OSError):
        while True:
            task = connection.recv()
            try:
                answer: str | Exception = _judged(task, servers, seconds)
            except Exception as error:
                answer = error
            connection.send(answer)


def _judged(task: Task, servers: ForkServers, seconds: float) -> str:
    """The execution of a task as JSON text."""
    import json

    import nbformat

    from nbjudge.judge.run import run
    from nbjudge.judge.session import limits_for

    signal.setitimer(signal.ITIMER_PROF, seconds)  # ends the process, whatever it is caught in
    try:
        notebook = nbformat.reads(task.notebook, as_version=4)
        execution = run(notebook, task.seed, servers, task.isolation, limits_for(task.minutes))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return json.dumps(execution.form(), sort_keys=True)


def _end_with_parent() -> None:
    """A grader that is killed cannot end its judges: each ends itself, with all it started."""
    parent = parent_process()
    if parent is not None:
        parent.join()
    _end()


def _end() -> None:
    """End this process and all that it started."""
    import psutil

    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            process.kill()
    os._exit(1)
