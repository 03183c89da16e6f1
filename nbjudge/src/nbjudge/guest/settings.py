"""What a notebook sets for a whole process holds for its own code, and not for ours beside it.

A cell may have numpy raise where a number underflows, turn warnings into errors, or switch torch's
gradients off for a demonstration.
"""

from __future__ import annotations

import contextlib
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from types import MappingProxyType
from typing import Any

import numpy as np

# how numpy handles errors in numbers, as the notebook has it
HANDLING: ContextVar[Mapping[str, Any]] = ContextVar("HANDLING", default=MappingProxyType({}))
RAISING = {"raise", "call"}  # of which the second may raise


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
    with np.errstate(**HANDLING.get()), warnings.catch_warnings(), gradients():
        yield


def lent() -> Any:
    """Run code of ours that theirs calls, perhaps a million times: cheap where nothing raises."""
    quiet = RAISING.isdisjoint(HANDLING.get().values())
    return contextlib.nullcontext() if quiet else np.errstate(all="ignore")


def gradients(kept: bool | None = None) -> Any:
    """Have torch keep gradients, or go on as it does, whatever is set meanwhile."""
    torch = sys.modules.get("torch")
    if torch is None:
        return contextlib.nullcontext()
    return torch.set_grad_enabled(torch.is_grad_enabled() if kept is None else kept)
