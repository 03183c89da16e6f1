"""Plain data between two processes that do not trust each other.

``pack`` turns a value into JSON-able structure plus raw buffers, ``unpack`` turns them back. The
set of types is closed: None, bool, int, float, str, list, tuple, dict with text keys, numpy arrays
of numeric kinds and torch tensors. Nothing is ever unpickled, and ``unpack`` allocates nothing
that it did not receive. The file is read by both processes, so it imports numpy alone.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

NUMERIC_KINDS = "biuf"


class WireError(ValueError):
    """The value is none of the closed set of types, or breaks a limit."""


@dataclass(frozen=True)
class Limits:
    """What one reply may hold: bytes in all buffers, items in all containers, nesting."""

    bytes: int = 64 * 2**20
    items: int = 100_000
    depth: int = 16
    text: int = 20_000


@dataclass(frozen=True)
class Handle:
    """Stands for an object that stays in the student process: its number there, and its type."""

    number: int
    kind: str


def refuse(value: Any) -> Any:
    """What ``pack`` does with a value outside the closed set, unless told otherwise."""
    raise WireError(f"a value of type {type(value).__name__}")


def pack(value: Any, buffers: list[bytes], odd: Callable[[Any], Any] = refuse) -> Any:
    """JSON-able form of ``value``; array data is appended to ``buffers``.

    A value outside the closed set is given to ``odd``, which returns a form or raises.
    """
    if value is None or type(value) in (bool, str):
        return value
    if type(value) is int:
        if not -(2**63) <= value < 2**63:
            return odd(value)
        return value
    if type(value) is float:
        return value if math.isfinite(value) else {"float": repr(value)}
    if type(value) in (list, tuple):
        return {type(value).__name__: [pack(item, buffers, odd) for item in value]}
    if type(value) is dict:
        if not all(type(key) is str for key in value):
            return odd(value)
        return {"dict": [[key, pack(item, buffers, odd)] for key, item in value.items()]}
    if isinstance(value, Handle):
        return {"handle": [value.number, value.kind]}
    kind, array = _as_array(value)
    if array is None or array.dtype.kind not in NUMERIC_KINDS:
        return odd(value)
    return {kind: _pack_array(array, buffers)}


def _as_array(value: Any) -> tuple[str, np.ndarray | None]:
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        return "tensor", value.detach().cpu().numpy()
    if isinstance(value, np.generic):
        return "scalar", np.asarray(value)
    return "array", np.asarray(value) if isinstance(value, np.ndarray) else None


def _pack_array(array: np.ndarray, buffers: list[bytes]) -> dict[str, Any]:
    array = array.astype(array.dtype.newbyteorder("<"), order="C", copy=False)
    buffers.append(array.tobytes())
    return {"dtype": array.dtype.str, "shape": list(array.shape), "buffer": len(buffers) - 1}


def unpack(form: Any, buffers: list[bytes], limits: Limits = Limits()) -> Any:
    """The value that ``pack`` wrote. Raises ``WireError`` for anything malformed or too large."""
    if sum(len(buffer) for buffer in buffers) > limits.bytes:
        raise WireError(f"more than {limits.bytes} bytes")
    return _Reader(buffers, limits).read(form, 0)


class _Reader:
    """One pass over a packed form, counting as it goes."""

    def __init__(self, buffers: list[bytes], limits: Limits) -> None:
        self.buffers, self.limits, self.items, self.bytes = buffers, limits, 0, 0

    def read(self, form: Any, depth: int) -> Any:
        self.items += 1
        if depth > self.limits.depth or self.items > self.limits.items:
            raise WireError("a structure too deep or too long")
        if form is None or isinstance(form, (bool, int, float)):
            return form
        if isinstance(form, str):
            return form[: self.limits.text]
        if not isinstance(form, dict) or len(form) != 1:
            raise WireError("a malformed value")
        ((kind, body),) = form.items()
        if kind == "float" and body in ("nan", "inf", "-inf"):
            return float(body)
        if kind in ("list", "tuple") and isinstance(body, list):
            items = [self.read(item, depth + 1) for item in body]
            return items if kind == "list" else tuple(items)
        if kind == "dict" and isinstance(body, list):
            return self._read_dict(body, depth)
        if kind in ("array", "scalar", "tensor"):
            return self._read_array(kind, body)
        if kind == "handle" and isinstance(body, list) and [type(b) for b in body] == [int, str]:
            return Handle(body[0], body[1][:80])
        raise WireError("a malformed value")

    def _read_dict(self, body: list[Any], depth: int) -> dict[str, Any]:
        pairs = {}
        for pair in body:
            if not (isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str)):
                raise WireError("a malformed dict")
            pairs[pair[0]] = self.read(pair[1], depth + 1)
        return pairs

    def _read_array(self, kind: str, body: Any) -> Any:
        dtype, shape, data = self._layout(body)
        if math.prod(shape) * dtype.itemsize != len(data):
            raise WireError("an array whose shape does not fit its bytes")
        self.bytes += len(data)  # a buffer may be named twice: what counts is what is copied
        if self.bytes > self.limits.bytes:
            raise WireError(f"more than {self.limits.bytes} bytes")
        array = np.frombuffer(data, dtype=dtype).reshape(shape).copy()
        if kind == "scalar":
            return array.reshape(())[()] if array.size == 1 else array
        if kind == "tensor":
            import torch

            try:
                return torch.from_numpy(array.astype(array.dtype.newbyteorder("=")))
            except TypeError as error:
                raise WireError(f"a tensor of dtype {array.dtype}") from error
        return array

    def _layout(self, body: Any) -> tuple[np.dtype, list[int], bytes]:
        """Type, shape and bytes of an array, if that is what they are."""
        try:
            dtype, shape, number = np.dtype(body["dtype"]), body["shape"], body["buffer"]
            sound = isinstance(shape, list) and len(shape) <= 8 and type(number) is int
            sound = sound and all(type(n) is int and 0 <= n < 2**31 for n in shape)
            sound = sound and 0 <= number < len(self.buffers)
        except Exception as error:
            raise WireError("a malformed array") from error
        if not sound or dtype.kind not in NUMERIC_KINDS or dtype.fields is not None:
            raise WireError("a malformed array")
        return dtype, shape, self.buffers[number]
