"""Reads a submitted file, whatever it is, and believes as little of it as possible.

Of a notebook only the cells' kinds, sources, ids and grade_ids are taken. Outputs, points, tags,
kernels and tests stay in the file.
"""

from __future__ import annotations

import json
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbjudge.intake import marks, shapes
from nbjudge.intake.pictures import Pictures, pasted
from nbjudge.notebook.text import legible

SIZE_LIMIT = 256 * 2**20
LARGE = 20 * 2**20
SOURCE_LIMIT = 2**20  # characters of one cell
CELL_LIMIT = 2_000
NAME_LIMIT = 100  # characters that are shown of a file's name
CHECK = "Please check: "  # a remark that starts so asks a human to look
FIRST_CELL = re.compile(r'"cells"\s*:\s*\[\s*\{')
NEXT_CELL = re.compile(r"\s*,\s*\{")


@dataclass(frozen=True)
class SubmittedCell:
    """What is believed of one submitted cell."""

    kind: str  # code or markdown
    source: str
    id: str = ""
    grade_id: str = ""
    pictures: Pictures = field(default_factory=dict)


@dataclass(frozen=True)
class Submission:
    """A submitted file: its cells, and what an instructor should know about the file."""

    cells: tuple[SubmittedCell, ...]
    remarks: tuple[str, ...] = ()
    readable: bool = True


def read_submission(path: Path, name: str = "") -> Submission:
    """Read a notebook of any version, encoding and size; never raises for what it finds.

    Remarks call it by ``name``, which is what the student called it, or else by the file's own.
    """
    name = legible(name or path.name, NAME_LIMIT)
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            return unreadable(name, "is not an ordinary file", "Ask for the notebook itself.")
        if status.st_size > SIZE_LIMIT:
            megabytes = status.st_size // 2**20
            return unreadable(
                name,
                f"has {megabytes} MB, more than the {SIZE_LIMIT // 2**20} MB that are read",
                "Ask for it again with its outputs cleared.",
            )
        data = path.read_bytes()
    except OSError as error:
        return unreadable(name, f"cannot be opened ({error.strerror})", "Check its permissions.")
    if not data.strip():
        return unreadable(name, "is empty", "Ask for it again.")
    try:
        data, packed = shapes.unpacked(data, SIZE_LIMIT)
    except shapes.ShapeError as error:
        return unreadable(name, error.what, error.advice)
    read = read_text(decode(data), name, len(data))
    said = [f"{CHECK * layer.doubtful}{name} {layer.words}." for layer in packed]
    return Submission(read.cells, (*said, *read.remarks), read.readable)


def read_text(text: str, name: str, size: int) -> Submission:
    """The cells of a notebook file's text, or of as much of it as is whole."""
    try:
        form = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return salvage(text, name)
    return interpret(form, name, size)


def salvage(text: str, name: str) -> Submission:
    """The whole cells of a notebook file that is damaged or cut, up to the place where it is."""
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    start = FIRST_CELL.search(text)
    place = start.end() - 1 if start else len(text)
    try:
        while place < len(text) and len(found) <= CELL_LIMIT:
            item, place = decoder.raw_decode(text, place)
            found.append(item)
            following = NEXT_CELL.match(text, place)
            place = following.end() - 1 if following else len(text)
    except (ValueError, RecursionError):
        pass
    if not found:
        return unreadable(
            name,
            "is no notebook, or only part of one",
            "Open it in Jupyter, or ask for the .ipynb file again.",
        )
    read = interpret({"cells": found}, name, len(text))
    remark = (
        f"{CHECK}{name} is damaged. What stands before the damage was graded: "
        f"{len(found)} cells. Ask for the file again."
    )
    return Submission(read.cells, (remark, *read.remarks))


def unreadable(name: str, what: str, advice: str) -> Submission:
    """A submission without cells, and the sentence that says why."""
    return Submission((), (f"{name} {what}. {advice}",), readable=False)


def decode(data: bytes) -> str:
    """Text of a file in UTF-8 with or without a mark, UTF-16 with one, or else Latin-1."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def interpret(form: Any, name: str, size: int) -> Submission:
    """The cells of a parsed notebook file, from version 3 on, or of the one that it holds."""
    books = list(shapes.notebooks_in(form))
    if not books:
        return unreadable(name, "is a JSON file but no notebook", "Ask for the .ipynb file.")
    found = items_of(books[0])
    remarks = []
    if len(books) > 1:
        remarks.append(f"{CHECK}{name} holds {len(books)} notebooks; the first was graded.")
    elif books[0] is not form:
        remarks.append(f"{name} holds the notebook within other JSON; it was taken out.")
    if size > LARGE:
        remarks.append(f"{name} has {size // 2**20} MB; its outputs were dropped unread.")
    cells = [cell for item in found[:CELL_LIMIT] if (cell := read_cell(item)) is not None]
    if len(cells) < len(found):
        remarks.append(f"{len(found) - len(cells)} cells of {name} could not be read.")
    if any(marks.without_ends(source_of(item)) for item in found[:CELL_LIMIT]):
        remarks.append(f"{name} has cells whose lines had no ends; each was ended.")
    if any(marks.marked(kind_of(item), source_of(item)) for item in found[:CELL_LIMIT]):
        remarks.append(f"{name} has marks that a program put on its cells; they were left out.")
    if not cells:
        remarks.append(f"{name} has no cells. Ask whether the right file was handed in.")
    return Submission(tuple(cells), tuple(remarks))


def items_of(book: dict[str, Any]) -> list[Any]:
    """What stands where a notebook of any version has its cells."""
    found = book.get("cells")
    if isinstance(found, list):
        return found
    lists = [sheet.get("cells") for sheet in book["worksheets"] if isinstance(sheet, dict)]
    return [item for items in lists if isinstance(items, list) for item in items]


def source_of(item: Any) -> Any:
    """What stands where a cell of any version has its source."""
    return item.get("source", item.get("input", "")) if isinstance(item, dict) else None


def kind_of(item: Any) -> str:
    """Code or markdown."""
    return "code" if isinstance(item, dict) and item.get("cell_type") == "code" else "markdown"


def read_cell(item: Any) -> SubmittedCell | None:
    """One cell, or None if it has no readable source."""
    source = source_of(item)
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = marks.joined(source)
    if not isinstance(source, str) or len(source) > SOURCE_LIMIT:
        return None
    metadata = item.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    kind, source = marks.unmarked(kind_of(item), writable(marks.with_newlines(source)))
    source, pictures = pasted(item, source) if kind == "markdown" else (source, {})
    return SubmittedCell(
        kind,
        marks.readable_lines(source) if kind == "code" else source,
        writable(item["id"]) if isinstance(item.get("id"), str) else "",
        writable(grade_id) if isinstance(grade_id, str) else "",
        pictures,
    )


def writable(text: str) -> str:
    """The text without the halves of characters that JSON can hold and UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode()
