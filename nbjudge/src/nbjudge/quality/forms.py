"""Other numbers in a right result's form: all that an answer can do which knows nothing but that.

Non-answers of the panel call this beside a model answer, in the place where it stands.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

Array = np.ndarray
Fill = Callable[[tuple[int, ...]], Array]

OWN = np.random.default_rng(20)  # noise of an answer that does not use the generator it was given


FILLS: dict[str, Callable[[np.random.Generator], Fill]] = {
    "zeros": lambda _: np.zeros,
    "ones": lambda _: np.ones,
    "a constant": lambda _: lambda shape: np.full(shape, 0.3),
    "NaN": lambda _: lambda shape: np.full(shape, np.nan),
    "normal noise": lambda _: OWN.standard_normal,
    "uniform noise": lambda _: OWN.random,
}
FILLS_FROM_RNG: dict[str, Callable[[np.random.Generator], Fill]] = {
    "normal noise from rng": lambda rng: rng.standard_normal,
    "uniform noise from rng": lambda rng: rng.random,
}


def filled(value: Any, fill: Fill) -> Any:
    """The value with other numbers in it: type, lengths, shapes and dtypes stay."""
    torch = sys.modules.get("torch")
    if torch and isinstance(value, torch.Tensor):
        return torch.as_tensor(fill(tuple(value.shape))).to(value.dtype)
    if isinstance(value, (tuple, list)):
        items = [filled(item, fill) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)
    if isinstance(value, dict):
        return {key: filled(item, fill) for key, item in value.items()}
    if isinstance(value, (np.ndarray, np.generic)):
        return like(value, fill(value.shape))
    if isinstance(value, (bool, int, float)):
        return type(value)(like(np.asarray(value), fill(())))
    return value


def like(value: Array | np.generic, numbers: Array) -> Any:
    """These numbers as an array or scalar of the value's dtype; text becomes empty text."""
    if value.dtype.kind not in "biuf":
        numbers = np.zeros(value.shape, dtype=value.dtype)
    elif value.dtype.kind in "biu":
        numbers = np.rint(np.nan_to_num(numbers))
    array = np.asarray(numbers).astype(value.dtype)
    return array if isinstance(value, np.ndarray) else array[()]


def answer(right: Callable[..., Any], fill: str, arguments: dict[str, Any]) -> Any:
    """What ``right`` answers, in form; of a method that sets attributes these are filled.

    Where it refuses the arguments there is no form, and the answer is 0.0. A result that can be
    differentiated is so in name: its gradients are zero.
    """
    owner = arguments.get("self")
    before = dict(vars(owner)) if owner is not None else {}
    rng = (before | arguments).get("rng", OWN)
    fill_in = (FILLS | FILLS_FROM_RNG)[fill](rng)
    try:
        result = right(**arguments)
    except Exception:
        return 0.0
    for name, value in before.items():
        if vars(owner)[name] is not value and not name.startswith("_"):
            setattr(owner, name, filled(vars(owner)[name], fill_in))
    return differentiable(filled(result, fill_in), arguments.values())


def differentiable(result: Any, arguments: Iterable[Any]) -> Any:
    """The result with a graph to the arguments that want gradients, all of them zero."""
    torch = sys.modules.get("torch")
    if torch and isinstance(result, torch.Tensor) and result.is_floating_point():
        for argument in arguments:
            if isinstance(argument, torch.Tensor) and argument.requires_grad:
                result = result + 0.0 * argument.sum()
    return result
