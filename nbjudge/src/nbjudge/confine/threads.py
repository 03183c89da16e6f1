"""How a process of ours begins: one thread for numerical libraries, and nothing that nobody uses.

Verdicts and timings must not depend on the machine. Called by commands and by the processes that
they start, never at import.
"""

from __future__ import annotations

import os
import sys

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
GRAMMAR = "rfc3987_syntax"  # of web addresses: jsonschema makes it for a second, none are checked


def single_threaded() -> None:
    """Have this process and its children compute in one thread; before numpy is imported."""
    os.environ.update(dict.fromkeys(THREADS, "1"))


def prepare_process() -> None:
    """Make this process ready for our work; before numpy and nbformat are imported."""
    single_threaded()
    sys.modules.setdefault(GRAMMAR, None)  # type: ignore[arg-type]
