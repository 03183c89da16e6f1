"""Text that a stranger wrote, made fit to be shown: on a terminal, in Markdown, in a page."""

from __future__ import annotations

import re

ENTITY = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));?|&(colon|Tab|NewLine);")
NAMED = {"colon": ":", "Tab": "\t", "NewLine": "\n"}
SCHEME = re.compile(  # with what browsers pass over in a scheme, and Markdown in a link
    "|".join(r"[\s\\]*".join(word) for word in ("script:", "data:", "attachment:")), re.IGNORECASE
)
FORMULA_THAT_ACTS = re.compile(r"\\(href|url|class|cssId|style|require|html\w*)\b")


def legible(text: str, length: int) -> str:
    """At most so many characters of a student's words, with none that steer a terminal.

    Escape codes, and marks that turn the direction of a line or hide in it, become ``�``.
    """
    return "".join(c if c.isprintable() or c in "\n\t" else "�" for c in text[:length])


def inert(text: str) -> str:
    """Text in which no link runs a script and no formula does more than to be set."""
    plain = FORMULA_THAT_ACTS.sub(r"\\mathrm", ENTITY.sub(_decoded, text))
    return SCHEME.sub(lambda found: found[0][:-1] + "\uff1a", plain)  # a wide colon ends no scheme


def verbatim(text: str) -> str:
    """Text as it is, for a place where Markdown, HTML and formulas are looked for."""
    line = " ".join(re.sub(r"[$\\]", "?", text).split())
    return re.sub(r"[^\w .,']|_", lambda found: f"&#{ord(found[0])};", line)


def _decoded(entity: re.Match[str]) -> str:
    """A letter, colon or space that was written as an entity; any other entity as it is."""
    hexadecimal, decimal, name = entity.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal or 0)
    character = NAMED.get(name) or (chr(code) if code < 128 else "")
    letter = character.isalpha() or (character != "" and character in ":\t\n")
    return character if letter else entity[0]
