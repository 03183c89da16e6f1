"""Takes the life out of what a student wrote, before it is shown to a person.

Tags and scripts go with nbconvert's own sanitizer; what is left is what comes to life later, when
Markdown becomes HTML and when formulas are set.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from nbconvert.preprocessors.sanitize import SanitizeHTML
from nbformat import NotebookNode

from nbjudge.notebook import cells
from nbjudge.notebook.text import inert

RICH = ("text/html", "text/markdown", "text/latex")
PICTURE = re.compile(r"(!\[[^\[\]\n]*\]\(attachment)\uff1a(picture-\d+\.[a-z]+)(?=\))")


def neutral(notebook: NotebookNode) -> NotebookNode:
    """The notebook with all that is a student's made harmless for whoever opens it."""
    sanitize = SanitizeHTML()
    for cell in notebook.cells:
        given = cell.cell_type == "markdown" and not cells.is_solution(cell)
        if cells.is_test(cell) or (given and not cell.id.startswith("own-")):
            continue
        if cell.cell_type == "markdown":
            cell.source = with_pictures(inert(cell.source), cell.get("attachments", {}))
        sanitize.preprocess_cell(cell, {}, 0)
        for output in cell.get("outputs", []):
            for kind in set(RICH) & set(output.get("data", {})):
                output.data[kind] = inert("".join(output.data[kind]))
    return notebook


def with_pictures(text: str, attached: Collection[str]) -> str:
    """Inert text in which the pictures that intake has attached are shown, and no others."""
    return PICTURE.sub(lambda m: f"{m[1]}:{m[2]}" if m[2] in attached else m[0], text)
