"""One thread for numerical libraries: verdicts and timings must not depend on the machine."""

from __future__ import annotations

import os

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def single_threaded() -> None:
    """Have this process and its children compute in one thread; before numpy is imported."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
