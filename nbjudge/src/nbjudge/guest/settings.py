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
    token = HANDLING.set(np.geterr())
    with np.errstate(all="ignore"), warnings.catch_warnings(), gradients(True):
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            HANDLING.reset(token)


@contextlib.contextmanager
def theirs() -> Iterator[None]:
    """Run code of the student's: numbers raise what the notebook said that they should.

    What such a call sets itself ends with it.
    """
    with np.errstate(**HANDLING.get(np.geterr())), warnings.catch_warnings(), gradients():
        yield


def gradients(kept: bool | None = None) -> Any:
    """Have torch keep gradients, or go on as it does, whatever is set meanwhile."""
    torch = sys.modules.get("torch")
    if torch is None:
        return contextlib.nullcontext()
    return torch.set_grad_enabled(torch.is_grad_enabled() if kept is None else kept)
