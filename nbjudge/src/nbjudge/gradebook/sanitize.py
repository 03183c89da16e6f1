"""Takes the life out of what a student wrote, before it is shown to a person.

Tags and scripts go with nbconvert's own sanitizer; what is left is what comes to life later, when
Markdown becomes HTML and when formulas are set.
"""

from __future__ import annotations

import re

from nbconvert.preprocessors.sanitize import SanitizeHTML
from nbformat import NotebookNode

from nbjudge.notebook import cells

ENTITY = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));?|&(colon|Tab|NewLine);")
NAMED = {"colon": ":", "Tab": "\t", "NewLine": "\n"}
SCHEME = re.compile(  # with what browsers pass over in a scheme, and Markdown in a link
    "|".join(r"[\s\\]*".join(word) for word in ("script:", "data:", "attachment:")), re.IGNORECASE
)
FORMULA_THAT_ACTS = re.compile(r"\\(href|url|class|cssId|style|require|html\w*)\b")
RICH = ("text/html", "text/markdown", "text/latex")


def neutral(notebook: NotebookNode) -> NotebookNode:
    """The notebook with all that is a student's made harmless for whoever opens it."""
    sanitize = SanitizeHTML()
    for cell in notebook.cells:
        given = cell.cell_type == "markdown" and not cells.is_solution(cell)
        if cells.is_test(cell) or (given and not cell.id.startswith("own-")):
            continue
        if cell.cell_type == "markdown":
            cell.source = inert(cell.source)
        sanitize.preprocess_cell(cell, {}, 0)
        for output in cell.get("outputs", []):
            for kind in set(RICH) & set(output.get("data", {})):
                output.data[kind] = inert("".join(output.data[kind]))
    return notebook


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
