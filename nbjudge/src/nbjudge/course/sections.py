"""The course's sections: where they are, and their notebooks as the grader needs them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from nbjudge.course.config import load_config
from nbjudge.course.course import Course
from nbjudge.course.exercises import asks_source
from nbjudge.course.student_layer import StudentLayer
from nbjudge.errors import UnknownSectionError
from nbjudge.notebook import cells
from nbjudge.notebook.regions import student_names


@dataclass(frozen=True)
class Section:
    """One section: folder, notebook and assignment share its name, such as 06_gaussian_mixtures."""

    course: Course
    name: str
    source: Path

    @property
    def topic(self) -> str:
        """The name without its number, as its modules are called."""
        return self.name.partition("_")[2]

    @property
    def file(self) -> str:
        """The file name of its notebook, wherever that lies."""
        return self.source.name


def sections(course: Course) -> list[Section]:
    """Every section that has a source notebook, in order."""
    found = sorted(course.source.glob("*/*.ipynb"))
    return [Section(course, path.stem, path) for path in found if path.stem == path.parent.name]


def find_section(course: Course, name: str) -> Section:
    """The section with this name, number or topic. Raises ``UnknownSectionError``."""
    known = sections(course)
    for section in known:
        if name in (section.name, section.topic, section.name.partition("_")[0]):
            return section
    names = ", ".join(section.name for section in known) or "none yet"
    raise UnknownSectionError(
        f"There is no section {name!r} in {course.source}. There are: {names}."
    )


def solution_path(section: Section) -> Path:
    """Where its executed model solution lies, once it was made."""
    return section.course.solutions / section.name / section.file


@cache
def solution_minutes(section: Section) -> int:
    """Processor minutes that its solution took, each that was begun; one if it is not known."""
    path = solution_path(section)
    if not path.exists():
        return 1
    metadata = json.loads(path.read_text(encoding="utf-8"))["metadata"]
    return max(1, int(metadata.get("processor_minutes", 1)))


def source_notebook(section: Section) -> NotebookNode:
    """The instructor's notebook with solutions and tests."""
    notebook: NotebookNode = nbformat.read(section.source, as_version=4)
    return notebook


@cache
def _master_text(section: Section) -> str:
    from nbgrader.preprocessors import ClearMarkScheme, ClearSolutions, ComputeChecksums

    course = section.course
    notebook = source_notebook(section)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    asks = asks_source(course.package, section.topic)
    modules = imported([*(cell.source for cell in code), asks], course.layer)
    names = student_names(cell.source for cell in code if cells.is_solution(cell))
    config = load_config(course.nbgrader_config)
    # checksums, since an unchanged stub is no response
    for step in (ClearSolutions, ClearMarkScheme, ComputeChecksums):
        notebook, _ = step(config=config).preprocess(notebook, {})
    notebook.metadata.course = {
        "names": sorted(names),
        "modules": sorted(modules),
        "package": course.package,
        "topic": section.topic,
    }
    return json.dumps(notebook)


def imported(sources: Iterable[str], layer: StudentLayer) -> set[str]:
    """Modules that code imports, by itself or through the student layer."""
    found, queue = set[str](), [*sources]
    while queue:
        new = cells.imported_modules(queue.pop()) - found
        found |= new
        queue += [source for name in new for source in layer.source_of(name)]
    return found


def master(section: Section) -> NotebookNode:
    """The released notebook with its hidden tests still in it; a fresh copy."""
    notebook: NotebookNode = nbformat.from_dict(json.loads(_master_text(section)))
    return notebook
