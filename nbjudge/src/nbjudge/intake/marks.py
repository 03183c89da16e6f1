"""What programs do to a cell's text: line ends, and marks of the cell and of its language.

Databricks writes ``%python`` on top of a cell and ``# MAGIC`` before lines, PyCharm, VS Code and
Spyder ``#%%``, nbconvert ``# In[3]:``. Nobody typed these, and they are no part of an answer.
"""

from __future__ import annotations

import re
from typing import Any

from nbjudge.notebook import cells

FOREIGN_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"  # where str.splitlines cuts too
FOREIGN = str.maketrans("\x0b\x85\u2028\u2029", "\n\n\n\n")  # ends of lines, and not to Python
DATABRICKS = re.compile(r"\A# Databricks notebook source\n|^# COMMAND -{10}\n?", re.MULTILINE)
QUOTED = re.compile(r"^# MAGIC ?", re.MULTILINE)
PYTHON = re.compile(r"\A\s*%python(?![\w.])[ \t]*\n?")
TEXT = re.compile(r"\A\s*%md(?:-sandbox)?(?![\w.])[ \t]*\n?")
CELL = re.compile(r"\A\s*(?:# ?%%(?!%).*|# In ?\[[ \d*]*\]:?[ \t]*)(?:\n|\Z)\n*")


def joined(lines: list[str]) -> str:
    """A source that is a list of lines; with their ends if the program that wrote it left none."""
    return ("\n" if without_ends(lines) else "").join(lines)


def without_ends(lines: Any) -> bool:
    """Whether this is a list of several lines none of which has an end."""
    if not isinstance(lines, list) or len(lines) < 2:
        return False
    ends = {line[-1:] if isinstance(line, str) else "" for line in lines[:-1]}
    return not ends & set("\n\r") and not ends <= set(FOREIGN_ENDS)


def with_newlines(source: str) -> str:
    """The source with each line's end as Python counts them, and without what no file holds."""
    source = source.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return source.replace("\0", "")


def readable_lines(source: str) -> str:
    """Code with newlines where other line ends keep it from being Python."""
    plain = source.translate(FOREIGN)
    if plain == source or cells.parse(source) is not None or cells.parse(plain) is None:
        return source
    return plain


def marked(kind: str, source: Any) -> bool:
    """Whether a program put marks on a cell with this source."""
    text = joined([str(line) for line in source]) if isinstance(source, list) else source
    return isinstance(text, str) and unmarked(kind, text) != (kind, text)


def unmarked(kind: str, source: str) -> tuple[str, str]:
    """The kind and the text of a cell without the marks that programs put on it."""
    source = DATABRICKS.sub("", source)
    written = [line for line in source.split("\n") if line.strip()]
    if written and all(line.startswith("# MAGIC") for line in written):
        source = QUOTED.sub("", source)
    source = CELL.sub("", source)
    if kind != "code":
        return kind, source
    if TEXT.match(source):
        return "markdown", TEXT.sub("", source)
    return kind, PYTHON.sub("", source)
