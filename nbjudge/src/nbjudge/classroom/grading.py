"""The grading of a clean notebook in a class's folder: made once, then found by its content."""

from __future__ import annotations

import logging
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from nbjudge.classroom.files import sealed, unsealed, write
from nbjudge.classroom.folder import Folder
from nbjudge.course.sections import Section
from nbjudge.notebook import cells
from nbjudge.pool.graded import Graded, draw_seed, grade, read_graded, versions
from nbjudge.pool.local import Execute

log = logging.getLogger("course.folder")


def graded_in(
    folder: Folder,
    section: Section,
    notebook: NotebookNode,
    isolation: str,
    execute: Execute,
    again: bool = False,
) -> tuple[Graded, bool]:
    """The grading of a clean notebook, and whether it was found and not made.

    ``execute`` has it judged; ``again`` does so whatever is there.
    """
    submission = cells.content_hash(notebook)
    seed = draw_seed(folder.key(), section.name, submission)
    tests = versions(section.course)["tests"]
    name = f"{submission[:16]}-{seed[:8]}-{tests}-{isolation}.json"
    path = folder.state / "results" / name
    found = None if again else _found(path)
    if found is None:
        found = grade(section, notebook, seed, isolation, execute)
        form = {
            "receipt": found.receipt(),
            "notebook": found.notebook,
            "defects": found.defects,
        }
        write(path, sealed(form))
        return found, False
    found.remarks = list(notebook.metadata.course.remarks)  # of this file, not of one like it
    return found, True


def _found(path: Path) -> Graded | None:
    """A stored execution, or None if there is none, or one that is not what was written."""
    try:
        form = unsealed(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        log.warning("%s is damaged: that submission is executed again.", path)
        return None
    notebook = nbformat.from_dict(form["notebook"])
    return read_graded(form["receipt"], notebook, form.get("defects"))
