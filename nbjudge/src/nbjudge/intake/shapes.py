"""What programs wrap around a notebook: archives of one file, and JSON of their own.

Of what is packed no more is unpacked than is read of any file.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from nbjudge.notebook.text import legible

GZIP, ZIP = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")
MEMBER = b"PK\x01\x02"  # begins each entry of a zip archive's list
MEMBER_LIMIT = 10_000
PACKED_LIMIT = 2  # archives within archives
CHUNK = 2**20
DEEP = 4  # steps from the file's own JSON to the notebook
WIDE = 100  # values that are looked at in each step
JSON = ("{", "[", '"')  # what a text of interest begins with
SHORT = 100  # characters below which no text is a notebook
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DAMAGES = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError)


class ShapeError(Exception):
    """No notebook can be taken out of a file: what it is, and the advice."""

    def __init__(self, what: str, advice: str = "Ask for the .ipynb file.") -> None:
        super().__init__(what)
        self.what, self.advice = what, advice


class Layer(NamedTuple):
    """What was unpacked: the data in it, the words for it, and whether a human should look."""

    data: bytes
    words: str
    doubtful: bool = False


def unpacked(data: bytes, limit: int) -> tuple[bytes, list[Layer]]:
    """The file in a gzip file or zip archive, or the data itself, and what was unpacked.

    Raises ``ShapeError`` where there is no notebook in it, or one of more than ``limit`` bytes.
    """
    layers: list[Layer] = []
    while data.startswith((GZIP, *ZIP)) and len(layers) < PACKED_LIMIT:
        unpack = gunzipped if data.startswith(GZIP) else unzipped
        layers.append(unpack(data, limit))
        data = layers[-1].data
    if not data.startswith((GZIP, *ZIP)):
        return data, layers
    raise ShapeError("is an archive of archives")


def gunzipped(data: bytes, limit: int) -> Layer:
    """What a gzip file holds, as far as it is whole."""
    found = bytearray()
    while data.startswith(GZIP):  # a file may be several, one after another
        stream = zlib.decompressobj(wbits=31)
        try:
            for start in range(0, len(data), CHUNK):
                part = data[start : start + CHUNK]
                found += stream.decompress(part, limit + 1 - len(found))
                if len(found) > limit:
                    raise too_large("gzip file", limit)
                if stream.eof:
                    data = stream.unused_data + data[start + CHUNK :]
                    break
            else:
                break
        except zlib.error:
            break
    if not found.strip():
        raise ShapeError("is a gzip file that is empty or damaged", "Ask for it again.")
    return Layer(bytes(found), "is a gzip file; the notebook in it was graded")


def unzipped(data: bytes, limit: int) -> Layer:
    """The notebook in a zip archive; the largest if there are several."""
    if data.count(MEMBER) > MEMBER_LIMIT:
        raise ShapeError(f"is a zip archive of more than {MEMBER_LIMIT} files")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            books = [item for item in archive.infolist() if is_notebook_file(item.filename)]
            if not books:
                raise ShapeError("is a zip archive without a notebook in it")
            book = max(books, key=lambda item: item.file_size)
            if book.file_size > limit:
                raise too_large("zip archive", limit)
            if book.flag_bits & 1 or book.compress_type not in PLAIN:
                raise ShapeError("is a zip archive with a password, or of a rare kind")
            with archive.open(book) as file:
                found = file.read(limit + 1)
    except DAMAGES as error:
        raise ShapeError("is a damaged zip archive", "Ask for it again.") from error
    if len(found) > limit:
        raise too_large("zip archive", limit)
    if len(books) == 1:
        return Layer(found, "is a zip archive; the notebook in it was graded")
    name = legible(PurePosixPath(book.filename).name, 100)
    words = f"is a zip archive of {len(books)} notebooks; the largest, {name}, was graded"
    return Layer(found, words, doubtful=True)


def is_notebook_file(name: str) -> bool:
    """Whether a member of an archive is a notebook, and no trace that a system left there."""
    path = PurePosixPath(name)
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in path.parts)
    return path.suffix.lower() == ".ipynb" and not hidden


def too_large(kind: str, limit: int) -> ShapeError:
    return ShapeError(
        f"is a {kind} that holds more than the {limit // 2**20} MB that are read",
        "Ask for it again with its outputs cleared.",
    )


def notebooks_in(form: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The notebooks in parsed JSON: itself, or those in what a program answered, as text or not."""
    if is_notebook(form):
        yield form
    elif is_cells(form):
        yield {"cells": form}
    elif depth == DEEP:
        return
    elif isinstance(form, str):
        yield from notebooks_in(parsed(form), depth + 1)
    elif isinstance(form, dict | list):
        values = form.values() if isinstance(form, dict) else form
        for value in islice(values, WIDE):
            yield from notebooks_in(value, depth + 1)


def is_cells(form: Any) -> bool:
    """Whether this is the list of a notebook's cells alone."""
    return isinstance(form, list) and any(isinstance(c, dict) and "cell_type" in c for c in form)


def is_notebook(form: Any) -> bool:
    return isinstance(form, dict) and any(
        isinstance(form.get(key), list) for key in ("cells", "worksheets")
    )


def parsed(text: str) -> Any:
    """What a JSON text holds, in base64 or not; nothing if it is none."""
    try:
        if text.lstrip()[:1] not in JSON:
            text = base64.b64decode(text).decode() if len(text) >= SHORT else ""
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
