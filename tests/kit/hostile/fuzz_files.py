"""Files as a hostile student makes them: a real notebook, damaged anywhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache

from hypothesis import strategies as st

from tests.kit.course import find
from tests.kit.hostile.fuzz import Path, Tree, number, places, replaced, rubbish, words
from tests.kit.submissions import bare, solved, text

SECTION = find("02")


@cache
def notebook() -> Tree:
    """The solved section as a student's file, parsed."""
    return json.loads(text(bare(solved(SECTION))))


@cache
def notebook_places() -> list[Path]:
    return [path for path in places(notebook()) if path]


def put_cell(place: int, item: Tree) -> Callable[[Tree], Tree]:
    return lambda form: replaced(form, notebook_places()[place % len(notebook_places())], item)


def move(first: int, second: int, keep: bool) -> Callable[[Tree], Tree]:
    """A cell put in another's place, or copied there."""

    def mutate(form: Tree) -> Tree:
        found = form.get("cells") if isinstance(form, dict) else None
        if not isinstance(found, list) or not found:
            return form
        found = found.copy()
        at = first % len(found)
        item = found[at] if keep else found.pop(at)
        found.insert(second % (len(found) + 1), item)
        return {**form, "cells": found}

    return mutate


def worksheets(form: Tree) -> Tree:
    """The same cells as version 3 has them."""
    found = form.get("cells") if isinstance(form, dict) else None
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": found}]}


edits = st.one_of(
    st.builds(put_cell, number, rubbish | words.map(lambda word: [word, word])),
    st.builds(move, number, number, st.booleans()),
    st.just(worksheets),
)
flips = st.lists(st.tuples(number, st.binary(max_size=3), st.integers(0, 40)), max_size=3)


def file_of(changes: list[Callable[[Tree], Tree]], damage: list[tuple[int, bytes, int]]) -> bytes:
    """The notebook after edits of its tree and then of its bytes."""
    form = notebook()
    for change in changes:
        form = change(form)
    data = json.dumps(form).encode()
    for place, new, length in damage:
        place %= len(data) + 1
        data = data[:place] + new + data[place + length :]
    return data
