"""The last cell of every notebook: `before_you_submit(section)` looks at the notebook itself.

It lists graded cells that are missing, doubled, unfilled or broken, in Colab, Jupyter and VS Code.
It changes nothing and never raises.
"""

import ast
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from helpers.checks import exercises_of, progress
from helpers.course import unattended

WRITTEN_STUB = "YOUR ANSWER HERE"
COLAB_SECONDS = 10


def before_you_submit(section: str, written: tuple[str, ...] = ()) -> None:
    """Print what would be lost if this notebook were handed in now.

    section: its name without the number; written: names of the answers in words
    """
    if unattended():
        print("Run this cell by hand before you submit: it looks for cells that got lost.")
        return
    print("Visible checks:", progress(section))
    try:
        notebook, where = this_notebook(exercises_of(section))
        said = list(findings(notebook, exercises_of(section), written)) if notebook else []
    except Exception as error:  # a self-check that stops is worse than none
        notebook, where, said = None, f"Your notebook could not be read ({error}).", []
    print(where, *(f"✗ {line}" for line in said), sep="\n")
    if notebook and not said:
        names = len(exercises_of(section)) + len(written)
        print(f"✓ all {names} graded cells are there, once each, and filled in. Good luck!")


def findings(
    notebook: dict[str, Any], names: list[str], written: tuple[str, ...] = ()
) -> Iterator[str]:
    """A sentence for each graded cell that is missing, doubled, unfilled or does not compile.

    notebook: nbformat 4 JSON
    """
    cells = [c for c in notebook.get("cells", []) if isinstance(c, dict)]
    for name in [*names, *written]:
        kind = "markdown" if name in written else "code"
        found = [text(c) for c in cells if c.get("cell_type") == kind and label(c) == name]
        found = found or [text(c) for c in cells if c.get("cell_type") == kind and defines(c, name)]
        if not found:
            yield (
                f"`{name}`: its cell is missing. Take the cell from a fresh copy of the "
                "notebook, or undo its deletion."
            )
        elif len(found) > 1:
            yield f"`{name}`: {len(found)} cells answer it. Keep the one you mean, delete the rest."
        elif WRITTEN_STUB in found[0] or unfilled(found[0], kind):
            yield f"`{name}`: not written yet."
        elif kind == "code" and parsed(found[0]) is None:
            yield f"`{name}`: its cell has a syntax error, so nothing in it can run."


def label(cell: dict[str, Any]) -> str:
    """The graded name a cell goes by: its grade_id, else its id."""
    nbgrader = cell.get("metadata", {}).get("nbgrader", {})
    return str(nbgrader.get("grade_id") or cell.get("id", ""))


def text(cell: dict[str, Any]) -> str:
    """A cell's source, which files keep as one string or as a list of lines."""
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def parsed(source: str) -> ast.Module | None:
    """The syntax tree without the shell's own lines, or None where there is a mistake."""
    plain = [line for line in source.splitlines() if not line.lstrip().startswith(("%", "!"))]
    try:
        return ast.parse("\n".join(plain))
    except (SyntaxError, ValueError):
        return None


def defines(cell: dict[str, Any], name: str) -> bool:
    """Whether a cell without marks binds the exercise's name, or the method's with underscore."""
    tree = parsed(text(cell)) if cell.get("cell_type") == "code" else None
    bound = {getattr(node, "name", None) for node in tree.body} if tree else set()
    return bool(bound & {name, f"_{name}"})


def unfilled(source: str, kind: str) -> bool:
    """Whether a code cell still raises NotImplementedError, as it was given."""
    tree = parsed(source) if kind == "code" else None
    raised = [n.exc for n in ast.walk(tree) if isinstance(n, ast.Raise) and n.exc] if tree else []
    return any("NotImplementedError" in ast.unparse(error) for error in raised)


def this_notebook(names: list[str]) -> tuple[dict[str, Any] | None, str]:
    """The notebook that is running, and a sentence on where it was read from.

    names: exercises, which tell this notebook from others in the same folder
    """
    if "google.colab" in sys.modules:
        live = _from_colab()
        if live:
            return live, "Looked at the notebook as it is now."
        return None, "Colab did not hand out the notebook. Run this cell once more."
    for path in _candidates():
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        if any(label(c) in names or any(defines(c, n) for n in names) for c in content["cells"]):
            saved = time.strftime("%H:%M", time.localtime(path.stat().st_mtime))
            return content, f"Looked at {path.name} as saved at {saved}. Changed it since? Save it."
    return None, "No saved notebook was found here. Save it, then run this cell again."


def _from_colab() -> dict[str, Any] | None:
    """Colab's live notebook; a private call, which may answer nothing."""
    from google.colab import _message

    answer = _message.blocking_request("get_ipynb", timeout_sec=COLAB_SECONDS)
    return answer.get("ipynb") if answer else None


def _candidates() -> Iterator[Path]:
    """Files that may be this notebook: what VS Code and Jupyter say, then the newest beside us."""
    main = sys.modules["__main__"]
    told = [getattr(main, "__vsc_ipynb_file__", ""), os.environ.get("JPY_SESSION_NAME", "")]
    named = [Path(name) for name in told if name]
    named += [Path.cwd() / path.name for path in named]
    beside = sorted(Path.cwd().glob("*.ipynb"), key=lambda path: -path.stat().st_mtime)
    yield from (path for path in [*named, *beside] if path.suffix == ".ipynb" and path.is_file())
