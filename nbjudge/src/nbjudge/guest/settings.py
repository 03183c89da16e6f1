"""What a notebook sets for a whole process holds for its own code, and not for ours beside it.

A cell may have numpy raise where a number underflows, turn warnings into errors, or switch torch's
gradients off for a demonstration.
"""

from __future__ import annotations

import contextlib
import sys
import warnings
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

import numpy as np

HANDLING: ContextVar[Any] = ContextVar("HANDLING")  # of errors in numbers, by numpy


@contextlib.contextmanager
def ours() -> Iterator[None]:
    """Run code of ours: numbers and warnings raise nothing, and torch keeps gradients."""
    torch = sys.modules.get("torch")
    token = HANDLING.set(np.geterr())
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with torch.enable_grad() if torch else contextlib.nullcontext():
            try:
                yield
            finally:
                HANDLING.reset(token)


def theirs() -> Any:
    """Run code of the student's: numbers raise what the notebook said that they should."""
    return np.errstate(**HANDLING.get(np.geterr()))
