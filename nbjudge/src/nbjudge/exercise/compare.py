"""One strict comparison for all tests: kind, shape, finiteness, size, in that order.

``np.allclose`` calls an empty array equal to anything and lets NaN through ``not any(x > tol)``;
here whatever is odd fails.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from nbjudge.errors import OddAnswerError

Array = np.ndarray


def numbers(value: Any, shape: tuple[int, ...], kinds: str = "iuf") -> Array:
    """The answer as float64 of exactly ``shape``; raises ``OddAnswerError`` if it is none.

    Arrays, numpy scalars, plain numbers, tensors and (nested) lists of numbers count.
    """
    if type(value).__module__.startswith("torch"):
        value = value.numpy()
    if not isinstance(value, (np.ndarray, np.generic, int, float, list, tuple)):
        raise OddAnswerError(f"a {type(value).__name__} where numbers were expected")
    try:
        array = np.asarray(value)
    except (ValueError, TypeError, OverflowError) as error:
        raise OddAnswerError("a list that is no array of numbers") from error
    if array.dtype.kind not in kinds:
        raise OddAnswerError(f"dtype {array.dtype} where numbers were expected")
    if array.shape != shape:
        raise OddAnswerError(f"shape {array.shape} where {shape} was expected")
    return array.astype(np.float64)


def finite(value: Any, shape: tuple[int, ...]) -> Array:
    """Like ``numbers``, and every number must be finite."""
    array = numbers(value, shape)
    if not np.isfinite(array).all():
        raise OddAnswerError("numbers that are not finite")
    return array


def ndarrays(value: Any, shape: tuple[int, ...]) -> Array:
    """Like ``numbers``, for an attribute, which must be an ndarray itself."""
    if not isinstance(value, np.ndarray):
        raise OddAnswerError(f"a {type(value).__name__} where an ndarray was expected")
    return numbers(value, shape)


def close(value: Any, expected: Any, rtol: float = 1e-4, atol: float = 1e-6) -> bool:
    """Whether the answer has the expected shape and every number is within tolerance.

    Infinities must be met exactly; NaN never passes.
    """
    wanted = np.asarray(expected, dtype=np.float64)
    got = numbers(value, wanted.shape)
    with np.errstate(invalid="ignore"):
        tolerated = np.isfinite(wanted) & (np.abs(got - wanted) <= atol + rtol * np.abs(wanted))
    return got.size > 0 and bool(np.all(tolerated | (got == wanted)))
