"""Replies as a hostile process makes them: real ones, damaged anywhere.

A mutation is a place in a JSON tree, by number, and what is put there. So every input is near to
one that the grader believes, and hypothesis shrinks a failure to the few mutations that matter.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any

import numpy as np
from hypothesis import strategies as st

from nbjudge.course.sections import source_notebook
from nbjudge.exercise.exercise import Probe
from nbjudge.guest.wire import pack
from nbjudge.judge.weigh import draw
from nbjudge.notebook import cells
from nbjudge.quality.local import LocalStudent
from tests.kit.course import SECTIONS, exercises

INPUTS = int(os.environ.get("FUZZ", 1000))  # how many are tried in all
SEED = "the seed that is judged"

Tree = Any
Path = tuple[Any, ...]


def places(tree: Tree, path: Path = ()) -> Iterator[Path]:
    """The path to every node of a JSON tree."""
    yield path
    if isinstance(tree, (dict, list)):
        for key, item in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from places(item, (*path, key))


def node(tree: Tree, path: Path) -> Tree:
    for key in path:
        tree = tree[key]
    return tree


def replaced(tree: Tree, path: Path, new: Tree) -> Tree:
    """A copy of the tree with another node there; the tree itself if it has no such place."""
    if not path:
        return new
    key, *rest = path
    known = isinstance(tree, dict) and key in tree
    if not known and not (isinstance(tree, list) and isinstance(key, int) and key < len(tree)):
        return tree
    copy = tree.copy()
    copy[key] = replaced(tree[key], tuple(rest), new)
    return copy


def nested(depth: int, kind: str = "list") -> Tree:
    form: Tree = None
    for _ in range(depth):
        form = {kind: [form]}
    return form


number = st.integers(0, 10**6)
words = st.sampled_from(
    [
        "",
        "x",
        "code",
        "markdown",
        "raw",
        "NotImplementedError",
        "ValueError",
        "own-0",
        "e_step",
        "test_gaussian_mle",
        "def gaussian_mle(data):\n    return 1.0, 2.0",
        "# in another cell",
        "\x1b[2J\x1b]0;title\x07",
        "\x9b31m",
        "\u202egnp.exe",
        "<script>alert(1)</script>",
        "\0",
        "\ud800",
        "[link=http://a]b[/link]",
        "=1+1",
        "%%time\n",
        "!ls",
        "x = %a\n" * 600,
        "(" * 300,
        "'''",
        "\\",
        "-" * 3000 + "1",
        "9" * 5000,
        "é" * 3000,
        "\ufeff",
        "\r\n\r",
    ]
)
plain = st.one_of(
    st.none(),
    st.booleans(),
    words,
    st.floats(),
    st.integers(-3, 300),
    st.sampled_from([2**31, 2**63, -(2**63) - 1, 10**400, 10**4000, 1e308, -0.0]),
)
rubbish = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=2),
    max_leaves=5,
)


def model_of(topic: str) -> list[str]:
    """The model solution's cells of a section."""
    section = next(s for s in SECTIONS if s.topic == topic)
    return [
        c.source
        for c in source_notebook(section).cells
        if c.cell_type == "code" and cells.grade_id(c) and not cells.is_grade(c)
    ]


@cache
def student(topic: str) -> LocalStudent:
    return LocalStudent(model_of(topic))


@cache
def probes(name: str) -> dict[Any, list[Probe]]:
    """What is asked of an exercise, drawn once."""
    return draw(exercises()[name], SEED)


def renumbered(value: Any, draw_one: Callable[[], float]) -> Any:
    """The same value with a new number in the place of each."""
    if isinstance(value, (list, tuple)):
        return type(value)(renumbered(item, draw_one) for item in value)
    if isinstance(value, dict):
        return {key: renumbered(item, draw_one) for key, item in value.items()}
    if isinstance(value, np.ndarray):
        return np.reshape([draw_one() for _ in range(value.size)], value.shape)
    if hasattr(value, "new_tensor"):
        return value.new_tensor(renumbered(value.numpy(), draw_one))
    return draw_one() if isinstance(value, (int, float, np.number)) else value


@cache
def right(name: str) -> list[Any]:
    """The replies of a right answer."""
    exercise = exercises()[name]
    asked = [[p.ask or name, p.given] for group in probes(name).values() for p in group]
    return student(exercise.topic).ask(exercise, [exercise.asked], asked)


def with_numbers(name: str, draw_one: Callable[[], float]) -> list[Any]:
    """The replies of a right answer with other numbers: all its shapes, none of its work."""
    return [
        {**r, "value": renumbered(r["value"], draw_one)} if "value" in r else r for r in right(name)
    ]


@cache
def replies(name: str, seed: int = 0) -> tuple[Tree, list[bytes]]:
    """Replies of random numbers, as the student process sends them."""
    buffers: list[bytes] = []
    form = pack(with_numbers(name, Random(seed).random), buffers)
    return json.loads(json.dumps(form)), buffers


@cache
def reply_places(name: str) -> list[Path]:
    return list(places(replies(name)[0]))


dtypes = st.sampled_from(
    [
        "<f8",
        "<f4",
        "<f2",
        "<f16",
        "<i8",
        "|i1",
        "|u1",
        "<u8",
        "|b1",
        ">f8",
        "=f8",
        "O",
        "|O",
        "V8",
        "|S5",
        "<U9",
        "f8,f8",
        "f8," * 3000,
        "m8",
        "M8[s]",
        "c16",
        "<f3",
        "<b9",
        "(2,)f8",
        "",
        "float",
    ]
)
sizes = st.one_of(st.integers(-1, 9), st.sampled_from([4000, 2**31 - 1, 2**40, 10**12, 10**30]))
arrays = st.builds(
    lambda kind, dtype, shape, buffer: {kind: {"dtype": dtype, "shape": shape, "buffer": buffer}},
    st.sampled_from(["array", "scalar", "tensor"]),
    dtypes | plain,
    st.lists(sizes, max_size=3) | st.just([2**31 - 1] * 7 + [0]) | plain,
    st.integers(-1, 12) | plain,
)
handles = st.builds(lambda n, kind: {"handle": [n, kind]}, plain | st.just(0), plain | words)
LONG = {
    "deep": nested(10),
    "too deep": nested(17),
    "far too deep": nested(300, "tuple"),
    "wide": {"list": [0.0] * 99_000},
    "too wide": {"list": [0.0] * 100_001},
    "rows": {"list": [{"list": [1.0]}] * 40_000},
    "a key twice": {"dict": [["a", 1], ["a", 2]]},
    "one long text": {"list": [*[1.0] * 50_000, "w" * 2000]},
    "text": "w" * 10**6,
}
long = st.sampled_from(list(LONG)).map(lambda name: LONG[name])
forms = st.recursive(
    plain | arrays | handles | st.sampled_from([{"float": s} for s in ("nan", "inf", "-inf", "1")]),
    lambda inner: st.builds(
        lambda kind, items: {kind: items},
        st.sampled_from(["list", "tuple", "dict"]),
        st.lists(inner, max_size=4) | st.lists(st.tuples(words, inner).map(list), max_size=3),
    ),
    max_leaves=6,
)

Reply = tuple[Tree, list[bytes]]
Mutation = Callable[[str, Reply], Reply]


def put(place: int, form: Tree) -> Mutation:
    """Another node at one place."""

    def mutate(name: str, reply: Reply) -> Reply:
        paths = reply_places(name)
        return replaced(reply[0], paths[place % len(paths)], form), reply[1]

    return mutate


def graft(place: int, source: int, other: str) -> Mutation:
    """A node of a reply, of this exercise or another one, at one place."""

    def mutate(name: str, reply: Reply) -> Reply:
        paths, donor = reply_places(name), reply_places(other)
        new = node(replies(other)[0], donor[source % len(donor)])
        return replaced(reply[0], paths[place % len(paths)], new), reply[1]

    return mutate


def spread(form: Tree, what: str) -> Mutation:
    """The same value in every reply, or the same error, or the same whole reply."""
    whole = {
        "value": {"dict": [["value", form], ["changed", {"list": []}]]},
        "error": {"dict": [["error", form]]},
        "reply": form,
    }[what]

    def mutate(name: str, reply: Reply) -> Reply:
        return {"list": [whole] * sum(map(len, probes(name).values()))}, reply[1]

    return mutate


def fill(pattern: bytes, only: int | None) -> Mutation:
    """The same bytes all over one buffer, or over all of them."""

    def mutate(name: str, reply: Reply) -> Reply:
        form, buffers = reply
        chosen = range(len(buffers)) if only is None else [only % max(len(buffers), 1)]
        return form, [
            (pattern * (len(b) // len(pattern) + 1))[: len(b)] if i in chosen else b
            for i, b in enumerate(buffers)
        ]

    return mutate


def resize(which: int, length: int) -> Mutation:
    """A buffer of another length."""

    def mutate(name: str, reply: Reply) -> Reply:
        form, buffers = reply
        if not buffers:
            return form, [bytes(length)]
        which_one = which % len(buffers)
        return form, [bytes(length) if i == which_one else b for i, b in enumerate(buffers)]

    return mutate


def rearrange(how: str, by: int) -> Mutation:
    """Replies, or buffers, in another order or number."""

    def order(items: list[Any]) -> list[Any]:
        by_one = by % max(len(items), 1)
        return {
            "cut": items[:by_one],
            "turn": items[by_one:] + items[:by_one],
            "twice": items + items,
            "back": items[::-1],
        }[how]

    def mutate(name: str, reply: Reply) -> Reply:
        form, buffers = reply
        if by % 2 or not isinstance(form, dict) or not isinstance(form.get("list"), list):
            return form, order(buffers)
        return {"list": order(form["list"])}, buffers

    return mutate


failures = st.builds(
    lambda kind, message, where, mro: {
        "dict": [["type", kind], ["message", message], ["where", where], ["mro", mro]]
    },
    words | plain,
    words | plain,
    words | plain,
    st.just({"list": ["ValueError", "Exception"]}) | forms,
)
patterns = st.sampled_from(
    [
        b"\0",
        b"\xff",
        b"\0\0\0\0\0\0\xf8\x7f",
        b"\0\0\0\0\0\0\xf0\x7f",
        b"\0\0\0\0\0\0\xf0\x3f",
        b"\x9a\x99\x99\x99\x99\x99\xb9?",
        b"\1\0\0\0\0\0\0\0",
        b"\1\0\0\0",
    ]
)
common = [
    st.builds(put, number, forms),
    st.builds(put, number, failures.map(lambda form: {"dict": [["error", form]]})),
    st.builds(graft, number, number, st.sampled_from(["gaussian_mle", "mvn_log_pdf", "fit_pca"])),
    st.builds(spread, forms, st.just("value")),
    st.builds(spread, failures | forms, st.sampled_from(["error", "reply"])),
    st.builds(fill, patterns, st.none() | number),
    st.builds(resize, number, st.sampled_from([0, 1, 7, 8, 800, 2**20])),
    st.builds(rearrange, st.sampled_from(["cut", "turn", "twice", "back"]), number),
]
large = [st.builds(put, number, long), st.builds(spread, long, st.just("value"))]  # slow, so rare
mutations = st.one_of(*common * 8, *large)


def damaged(name: str, changes: list[Mutation]) -> Reply:
    """Replies of random numbers, mutated."""
    reply = replies(name)
    for change in changes:
        reply = change(name, reply)
    return reply
