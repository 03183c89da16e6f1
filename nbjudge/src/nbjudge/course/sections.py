"""The course's sections: where they are, and their notebooks as the grader needs them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearMarkScheme, ClearSolutions, ComputeChecksums

from nbjudge.notebook import cells
from nbjudge.intake.assemble import kinship
from nbjudge.notebook.regions import student_names
from nbjudge.intake.reading import Submission
from nbjudge.course.student_layer import PACKAGE
from helpers.submit import WRITTEN_STUB

ROOT = PACKAGE.parent
STUB = "# YOUR CODE HERE\nraise NotImplementedError"


class UnknownSectionError(Exception):
    """No section of that name, or none that a file belongs to."""


@dataclass(frozen=True)
class Section:
    """One section: folder, notebook and assignment share its name, such as 06_gaussian_mixtures."""

    name: str
    source: Path

    @property
    def topic(self) -> str:
        """The name without its number, as its modules are called."""
        return self.name.partition("_")[2]


def sections() -> list[Section]:
    """Every section that has a source notebook, in order."""
    found = sorted((ROOT / "source").glob("*/*.ipynb"))
    return [Section(path.stem, path) for path in found if path.stem == path.parent.name]


def find_section(name: str) -> Section:
    """The section with this name, number or topic. Raises ``UnknownSectionError``."""
    known = sections()
    for section in known:
        if name in (section.name, section.topic, section.name.partition("_")[0]):
            return section
    names = ", ".join(section.name for section in known)
    raise UnknownSectionError(f"There is no section {name!r}. There are: {names}.")


def source_notebook(section: Section) -> NotebookNode:
    """The instructor's notebook with solutions and tests."""
    return nbformat.read(section.source, as_version=4)


@cache
def _master_text(section: Section) -> str:
    notebook = source_notebook(section)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    modules = imported([*(cell.source for cell in code),
                        *source_of(f"helpers.grading.asks.{section.topic}")])  # fmt: skip
    names = student_names(cell.source for cell in code if cells.is_solution(cell))
    clear = ClearSolutions(code_stub={"python": STUB}, text_stub=WRITTEN_STUB)
    notebook, _ = clear.preprocess(notebook, {})
    notebook, _ = ClearMarkScheme().preprocess(notebook, {})
    notebook, _ = ComputeChecksums().preprocess(notebook, {})  # an unchanged stub is no response
    notebook.metadata.course = {"names": sorted(names), "modules": sorted(modules)}
    return json.dumps(notebook)


def imported(sources: Iterable[str]) -> set[str]:
    """Modules that code imports, by itself or through the student layer of this package."""
    found, queue = set[str](), [*sources]
    while queue:
        new = cells.imported_modules(queue.pop()) - found
        found |= new
        queue += [source for name in new for source in source_of(name)]
    return found


def source_of(module: str) -> list[str]:
    """The source of a module of this package; nothing for any other name."""
    place = PACKAGE.parent.joinpath(*module.split("."))
    files = (place.with_suffix(".py"), place / "__init__.py")
    return [f.read_text(encoding="utf-8") for f in files
            if f.is_relative_to(PACKAGE) and f.is_file()]  # fmt: skip


def master(section: Section) -> NotebookNode:
    """The released notebook with its hidden tests still in it; a fresh copy."""
    return nbformat.from_dict(json.loads(_master_text(section)))


def recognise(submission: Submission) -> Section:
    """The section that a submission belongs to, by its content."""
    scored = [(kinship(master(section), submission), section.name) for section in sections()]
    score, name = max(scored, default=(0, ""))
    if score == 0:
        raise UnknownSectionError("It holds no answer to any section of this course.")
    return find_section(name)
