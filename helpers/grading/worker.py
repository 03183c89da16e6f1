"""The judge's own processes: each runs one submission at a time, and knows no gradebook."""

from __future__ import annotations

import atexit
import ctypes
import json
import multiprocessing
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import nbformat
import psutil

from helpers.grading import stage
from helpers.grading.run import run

JOBS = os.cpu_count() or 1
BECOME_SUBREAPER = 36  # prctl: orphans of the student's become children of the judge, which kills


class JudgeCrashedError(Exception):
    """The judge's process ended while it judged a submission."""


@cache
def _idle() -> SimpleQueue[ProcessPoolExecutor]:
    """Executors of one process each, so that one that dies takes no neighbour with it."""
    idle: SimpleQueue[ProcessPoolExecutor] = SimpleQueue()
    for _ in range(JOBS):
        idle.put(_executor())
    return idle


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


@contextmanager
def _one_of_them() -> Iterator[ProcessPoolExecutor]:
    executor = _idle().get()
    try:
        yield executor
    except BrokenProcessPool as error:
        executor = _executor()
        raise JudgeCrashedError("the judge's process ended") from error
    finally:
        _idle().put(executor)


def judge(notebook: str, seed: str, isolation: str) -> str:
    """Run a clean notebook (as text) in a judge's process; the execution as JSON text."""
    with _one_of_them() as executor:
        return executor.submit(_run, notebook, seed, isolation).result()


def _run(notebook: str, seed: str, isolation: str) -> str:
    execution = run(nbformat.reads(notebook, as_version=4), seed, isolation)
    return json.dumps(
        {
            "notebook": execution.notebook,
            "verdicts": [asdict(verdict) for verdict in execution.verdicts],
            "isolation": execution.isolation,
        },
        sort_keys=True,
    )
