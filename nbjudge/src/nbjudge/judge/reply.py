"""Reading one reply of a student process: an answer, a failure, or neither."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from nbjudge.exercise.exercise import Answer, Failure
from nbjudge.notebook.text import legible

ROOM = 2**17  # numbers in one answer: more than a right one holds, few enough for every test
LENGTHS = {"type": 80, "message": 200, "where": 1000, "ours": 4000}  # what is kept of an exception
NUMBER = re.compile(r"-?\d+\.\d*(e[-+]?\d+)?|\d+e[-+]?\d+")


def read(reply: Any) -> Answer:
    """A reply as an answer; anything malformed or far too large is a failure."""
    match reply:
        case {"error": dict(error), **rest} if not rest and described(error):
            said = {key: legible(error[key], length) for key, length in LENGTHS.items()}
            return Answer(failure=Failure(**said, mro=tuple(error["mro"])))
        case {"value": value, "changed": changed, **rest} if not rest and texts(changed):
            if extent(value) <= ROOM:
                return Answer(value, changed=tuple(changed))
            return Answer(failure=Failure("Answer", "far larger than was asked for"))
    return Answer(failure=Failure("malformed reply"))


def described(error: dict[str, Any]) -> bool:
    """Whether this describes an exception as the agent does."""
    return texts(error.get("mro")) and all(isinstance(error.get(key), str) for key in LENGTHS)


def texts(value: Any) -> bool:
    """Whether this is a list of texts."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def extent(value: Any) -> int:
    """How many numbers a value holds, or would as one array, as wide as its longest text."""
    found = list(leaves(value))
    width = max((len(leaf) for leaf in found if isinstance(leaf, str)), default=1)
    return width * sum(math.prod(getattr(leaf, "shape", ())) for leaf in found)


def leaves(value: Any) -> Iterator[Any]:
    """Everything in a value that is no container."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from leaves(item)
    else:
        yield value


def explain(failure: Failure) -> str:
    """A student's exception as they would read it, without the numbers of a probe."""
    message = NUMBER.sub("…", failure.message)
    text = f"{failure.type}: {message}".rstrip(": ")
    return f"{text}\n{failure.where}".rstrip()
