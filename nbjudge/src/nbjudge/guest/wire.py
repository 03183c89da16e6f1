"""Plain data between two processes that do not trust each other.

``pack`` turns a value into JSON-able structure plus raw buffers, ``unpack`` turns them back. The
set of types is closed: None, bool, int of 64 bits, float, str, list, tuple, dict with text keys,
numpy arrays of numeric kinds and torch tensors. Nothing is ever unpickled, and ``unpack`` allocates
nothing that it did not receive: a buffer is read once. The file is read by both processes, so it
imports numpy alone.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

NUMERIC_KINDS = "biuf"
DTYPE = re.compile(rf"[<|][{NUMERIC_KINDS}]\d{{1,2}}")  # as pack writes it; numpy reads far more


class WireError(ValueError):
    """The value is none of the closed set of types, or breaks a limit."""


@dataclass(frozen=True)
class Limits:
    """What one reply may hold: bytes in all buffers, items in all containers, nesting."""

    bytes: int = 64 * 2**20
    items: int = 100_000
    depth: int = 16
    text: int = 2_000


@dataclass(frozen=True)
class Handle:
    """Stands for an object that stays in the student process: its number there, and its type."""

    number: int
    kind: str


def fits(number: int) -> bool:
    """Whether a whole number is one of 64 bits; a longer one costs more than it can be worth."""
    return -(2**63) <= number < 2**63


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
        return value if fits(value) else odd(value)
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
        self.unread, self.limits, self.items = dict(enumerate(buffers)), limits, 0

    def read(self, form: Any, depth: int) -> Any:
        self.items += 1
        if depth > self.limits.depth or self.items > self.limits.items:
            raise WireError("a structure too deep or too long")
        if form is None or isinstance(form, (bool, float)):
            return form
        if isinstance(form, int) and fits(form):
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
        if kind == "handle":
            return self._read_handle(body)
        raise WireError("a malformed value")

    def _read_handle(self, body: Any) -> Handle:
        match body:
            case [int(number), str(kind)] if type(number) is int and 0 <= number < 2**31:
                return Handle(number, kind[:80])
        raise WireError("a malformed handle")

    def _read_dict(self, body: list[Any], depth: int) -> dict[str, Any]:
        pairs: dict[str, Any] = {}
        for pair in body:
            match pair:
                case [str(key), value] if key not in pairs:
                    pairs[key] = self.read(value, depth + 1)
                case _:
                    raise WireError("a malformed dict")
        return pairs

    def _read_array(self, kind: str, body: Any) -> Any:
        dtype, shape, data = self._layout(body)
        array = np.frombuffer(data, dtype=dtype).reshape(shape).copy()
        if kind == "scalar":
            if shape:
                raise WireError("a scalar with a shape")
            return array[()]
        if kind == "tensor":
            try:
                import torch

                return torch.from_numpy(array)
            except (ImportError, TypeError) as error:  # where there is no torch, nobody has tensors
                raise WireError(f"a tensor of dtype {array.dtype}") from error
        return array

    def _layout(self, body: Any) -> tuple[np.dtype, list[int], bytes]:
        """Type, shape and bytes of an array, if that is what they are."""
        if not isinstance(body, dict) or body.keys() != {"dtype", "shape", "buffer"}:
            raise WireError("a malformed array")
        name, shape, number = body["dtype"], body["shape"], body["buffer"]
        if not isinstance(name, str) or not DTYPE.fullmatch(name) or type(number) is not int:
            raise WireError("a malformed array")
        if not isinstance(shape, list) or len(shape) > 8 or number not in self.unread:
            raise WireError("a malformed array")
        if not all(type(n) is int and 0 <= n < 2**31 for n in shape):
            raise WireError("a malformed array")
        try:
            dtype, data = np.dtype(name), self.unread.pop(number)
        except TypeError as error:
            raise WireError("a malformed array") from error
        if math.prod(shape) * dtype.itemsize != len(data):
            raise WireError("an array whose shape does not fit its bytes")
        if math.prod(max(n, 1) for n in shape) > max(len(data), self.limits.items):
            raise WireError("an empty array of a long shape")  # nothing to hold, much to walk over
        return dtype, shape, data
