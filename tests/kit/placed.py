"""Right submissions of section 06 with an answer taken out, to be put somewhere else."""

import json
import textwrap

import nbformat.v4 as nbf

from nbjudge.course.sections import master
from nbjudge.intake.assemble import answers_in, clean
from nbjudge.intake.classes import owner_of
from nbjudge.intake.reading import interpret
from nbjudge.notebook import cells
from tests.kit.accidents.registry import exercises_of
from tests.kit.course import find
from tests.kit.submissions import (
    bare,
    bare_section,
    cell,
    fill,
    model_answers,
    text,
)

SECTION = find("06")
MASTER = master(bare_section(SECTION))
MODEL = model_answers(SECTION)
NAMES = exercises_of(MASTER)
METHODS = [name for name in NAMES if owner_of(cell(MASTER, name))]
FUNCTIONS = [name for name in NAMES if name not in METHODS]
BOUND = {name: min(cells.defined_names(MODEL[name])) for name in NAMES}
SHELL = cell(MASTER, "gmm_shell").source


def undone(*names):
    """A right submission but for these TODOs, which are as they were given."""
    return bare(fill({name: source for name, source in MODEL.items() if name not in names}))


def append(notebook, *sources):
    notebook.cells += [nbf.new_code_cell(source) for source in sources]
    return notebook


def plain(name):
    """A method's answer as a function, without the decorator."""
    return MODEL[name].partition("\n")[2]


def method(name):
    return textwrap.indent(plain(name), "    ")


def body(names=METHODS):
    return "\n\n".join(map(method, names))


def functions(names=METHODS):
    return "\n\n\n".join(map(plain, names))


def assembled(notebook):
    submission = interpret(json.loads(text(notebook)), "mine.ipynb", 1)
    made = clean(MASTER, submission)
    assert answers_in(MASTER, submission) == len(NAMES) + 1  # and the reflection
    ids = [c.id for c in made.cells]
    assert len(ids) == len(set(ids))
    return made


def remarks(made):
    return made.metadata.course.remarks


SIMPLE = "n_parameters"
