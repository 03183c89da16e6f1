"""Submissions of section 06 as lists of cells, and what has to hold of each once it is clean."""

from nbjudge.course.sections import master, source_notebook
from nbjudge.intake.assemble import clean
from nbjudge.intake.reading import Submission, SubmittedCell
from nbjudge.notebook import cells
from nbjudge.notebook.regions import SOLUTION_MARKS, split_hidden
from tests.kit.course import find

SECTION = find("06")
MASTER = master(SECTION)
MODEL = {
    cells.grade_id(c): SOLUTION_MARKS.sub("", c.source)
    for c in source_notebook(SECTION).cells
    if cells.is_solution(c)
}
CODE = [name for name in MODEL if name != "reflection"]


def handed_in(answers=MODEL):
    """The cells of a submission: the release with these answers."""
    found = []
    for cell in MASTER.cells:
        name = cells.grade_id(cell)
        source = answers.get(name) if cells.is_solution(cell) else None
        source = split_hidden(cell.source)[0] if source is None else source
        kind = "code" if cell.cell_type == "code" else "markdown"
        found.append(SubmittedCell(kind, source, cell.id, name))
    return found


def place(submitted, name):
    return next(i for i, cell in enumerate(submitted) if cell.grade_id == name)


def variant(cell, **changes):
    return SubmittedCell(**{**vars(cell), **changes})


def cleaned(submitted):
    """The clean notebook, after what must hold of every one has been seen to hold."""
    notebook = clean(MASTER, Submission(tuple(submitted)))
    given = [c for c in notebook.cells if not c.id.startswith("own-")]
    assert [c.id for c in given] == [c.id for c in MASTER.cells]
    for ours, theirs in zip(MASTER.cells, given, strict=True):
        assert ours.metadata == theirs.metadata
        assert ours.cell_type == theirs.cell_type
        if not cells.is_solution(ours):
            assert ours.source == theirs.source
    ids = [c.id for c in notebook.cells]
    assert len(ids) == len(set(ids))
    assert not any(c.metadata for c in notebook.cells if c.id.startswith("own-"))
    assert notebook.metadata.course.names == MASTER.metadata.course.names
    return notebook


def source(notebook, name):
    return next(c.source for c in notebook.cells if cells.grade_id(c) == name)


def sources(notebook):
    return {name: source(notebook, name) for name in MODEL}


def own(notebook):
    return [c.source for c in notebook.cells if c.id.startswith("own-")]


def program(notebook):
    """What the student process would run, in order, of own cells and answers."""
    return [
        c.source
        for c in notebook.cells
        if c.cell_type == "code" and (cells.is_solution(c) or c.id.startswith("own-"))
    ]


def written(text):
    """The lines of a source that hold anything."""
    return [line for line in text.splitlines() if line.strip()]


def before(text):
    return MODEL["e_step"].replace("np.empty(", f"np.{text}(")


def remarks(notebook):
    return notebook.metadata.course.remarks
