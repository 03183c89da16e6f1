"""Processes in which our own answers run: each in a fork of one that has only imported.

What one answer leaves behind, memory too, is then no part of what the next one finds.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import multiprocessing
import os
import traceback
from collections.abc import Callable, Collection
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from nbjudge.confine.threads import prepare_process
from nbjudge.errors import GraderError

T = TypeVar("T")


def workers(jobs: int | None, modules: Collection[str]) -> ProcessPoolExecutor:
    """A pool of processes, one a core by default, that have imported these modules."""
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs or os.cpu_count(), spawn, begin, (sorted(modules),))


def begin(modules: list[str]) -> None:
    """Import what answers will; a name that cannot be imported is the answer's own concern."""
    prepare_process()
    for name in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def apart(function: Callable[..., T], *arguments: Any) -> T:
    """What the function returns in a fork of this process. Raises ``GraderError``."""
    gc.freeze()  # what is here already is no garbage of the fork's, and need not be copied to look
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    child = fork.Process(target=send, args=(theirs, function, arguments))
    child.start()
    theirs.close()
    try:
        result, problem = ours.recv()
    except EOFError:
        result, problem = None, "the process ended before it answered"
    finally:
        child.join()
        ours.close()
    if problem:
        raise GraderError(problem)
    return result  # type: ignore[no-any-return]


def send(pipe: Connection, function: Callable[..., T], arguments: tuple[Any, ...]) -> None:
    """Send what the function returns, or the traceback of what it raises."""
    try:
        pipe.send((function(*arguments), ""))
    except Exception:
        pipe.send((None, traceback.format_exc()))
