"""The judge's own processes: each runs one submission at a time, and knows no gradebook."""

from __future__ import annotations

import atexit
import ctypes
import json
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Lock, Thread

import nbformat
import psutil

from nbjudge.confine import stage
from nbjudge.confine.levels import require
from nbjudge.judge.run import run

Judge = Callable[[str, str, str], str]  # notebook as text, seed, isolation → execution as text
JOBS = os.cpu_count() or 1
SUBMISSION_SECONDS = 30 * 60  # each cell and question has a limit of its own: this is for the judge
BECOME_SUBREAPER = 36  # prctl: orphans of the student's become children of the judge, which kills


class JudgeCrashedError(Exception):
    """The judge's process ended, or was ended, while it judged a submission."""


_idle: list[ProcessPoolExecutor] = []  # the last one used is the warmest, and the next to be used
_choosing = Lock()


def _take() -> ProcessPoolExecutor:
    """An executor of one process, so that one that dies takes no neighbour with it.

    There come to be as many as there are submissions at a time.
    """
    with _choosing:
        return _idle.pop() if _idle else _executor()


def _executor() -> ProcessPoolExecutor:
    executor = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _begin,
                                   (stage.stage(),))  # fmt: skip
    atexit.register(executor.shutdown, cancel_futures=True)
    return executor


def _begin(folder: Path) -> None:
    stage.adopt(folder)
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(BECOME_SUBREAPER, 1)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A grader that is killed cannot end its judges: each ends itself, with all it started."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            process.kill()
    os._exit(1)


def judge(notebook: str, seed: str, isolation: str) -> str:
    """Run a clean notebook (as text) in a judge's process; the execution as JSON text.

    Raises ``JudgeCrashedError`` if that process ends, or has to be ended, and ``IsolationError``
    if this machine cannot keep student code apart so far.
    """
    require(isolation)
    executor = _take()
    try:
        return executor.submit(_run, notebook, seed, isolation, SUBMISSION_SECONDS).result()
    except BrokenProcessPool as error:
        executor = _executor()
        raise JudgeCrashedError("the judge's process ended") from error
    finally:
        _idle.append(executor)


def _run(notebook: str, seed: str, isolation: str, seconds: int) -> str:
    signal.alarm(seconds)  # ends the process, whatever that is caught in
    try:
        execution = run(nbformat.reads(notebook, as_version=4), seed, isolation)
    finally:
        signal.alarm(0)
    return json.dumps(
        {
            "notebook": execution.notebook,
            "verdicts": [asdict(verdict) for verdict in execution.verdicts],
            "isolation": execution.isolation,
        },
        sort_keys=True,
    )
