"""Files that a notebook writes, and what imports or runs them."""

from __future__ import annotations

import ast

import pytest

from nbjudge.intake.offers import offers, written_files
from nbjudge.notebook import cells
from nbjudge.notebook.files import files_read, runs_text, written_file

F = "def f():\n    return 1\n"
MINE = {"mine.py": F}


def statement(source: str) -> ast.stmt:
    tree = cells.parse(source)
    assert tree is not None
    return tree.body[0]


WRITING = {
    f"%%writefile mine.py\n{F}": ("mine.py", F),
    f"%%file 'mine.py'\n{F}": ("mine.py", F),
    f"%%writefile -a code/mine.py\n{F}": ("mine.py", F),
    f"%%writefile parts/__init__.py\n{F}": ("parts.py", F),
    f"open('mine.py', 'w').write({F!r})": ("mine.py", F),
    f"with open('mine.py', 'w') as file:\n    file.write('import os')\n    file.write({F!r})": (
        "mine.py",
        f"import os{F}",
    ),
    f"Path(r'C:\\work\\mine.py').write_text({F!r})": ("mine.py", F),
    "def save():\n    open('mine.py', 'w').write('x')": None,
    "file.write('no path')": None,
    "%%timeit mine.py\n1": None,
}


@pytest.mark.parametrize(("source", "written"), WRITING.items())
def test_the_file_that_a_statement_writes(source, written):
    assert written_file(statement(source)) == written


READING = {
    "import mine": {"mine.py"},
    "from parts.mine import f": {"parts.py", "mine.py", "f.py"},
    "importlib.import_module('mine')": {"mine.py"},
    "exec(open('code/mine.py').read())": {"mine.py"},
    "%run mine.py": {"mine.py"},
    "%run -i ./mine": {"mine.py"},
    "x = 1": set(),
}


@pytest.mark.parametrize(("source", "read"), READING.items())
def test_the_files_that_a_statement_may_read(source, read):
    assert files_read(statement(source)) == read


@pytest.mark.parametrize("line", ["%run mine.py", "exec('x = 1')", "runpy.run_path('mine.py')"])
def test_what_runs_a_text_is_told_from_what_reads_it(line):
    assert runs_text(statement(line))
    assert not runs_text(statement("text = open('mine.py').read()"))


@pytest.mark.parametrize("line", ["from mine import f", "from mine import *", "%run mine.py"])
def test_a_cell_offers_what_it_takes_from_a_file(line):
    assert offers(line, MINE).free == {"f"}
    assert offers(line, {}).free <= {"f"}
    assert not offers("import mine", MINE).free


def test_a_file_is_all_that_was_written_to_it_by_any_cell():
    again = "%%writefile -a mine.py\ndef g():\n    return 2\n"
    named = f"text = {F!r}\nopen('other.py', 'w').write(text)"
    found = written_files([f"%%writefile mine.py\n{F}", again, named])
    assert cells.defined_names(found["mine.py"]) == {"f", "g"}
    assert cells.defined_names(found["other.py"]) == {"f"}
