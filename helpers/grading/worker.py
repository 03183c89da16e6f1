"""The judge's own processes: each runs one submission at a time, and knows no gradebook."""

from __future__ import annotations

import atexit
import json
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict
from functools import cache

import nbformat

from helpers.grading.run import run

JOBS = os.cpu_count() or 1


class JudgeCrashedError(Exception):
    """The judge's process ended while it judged a submission."""


@cache
def _pool() -> ProcessPoolExecutor:
    pool = ProcessPoolExecutor(JOBS, mp_context=multiprocessing.get_context("spawn"))
    atexit.register(pool.shutdown, cancel_futures=True)
    return pool


def judge(notebook: str, seed: str) -> str:
    """Run a clean notebook (as text) in the judge's process; the execution as JSON text."""
    try:
        return _pool().submit(_run, notebook, seed).result()
    except BrokenProcessPool as error:
        _pool.cache_clear()
        raise JudgeCrashedError from error


def _run(notebook: str, seed: str) -> str:
    execution = run(nbformat.reads(notebook, as_version=4), seed)
    return json.dumps(
        {
            "notebook": execution.notebook,
            "verdicts": [asdict(verdict) for verdict in execution.verdicts],
            "isolation": execution.isolation,
        },
        sort_keys=True,
    )
