"""Answers in files that a notebook writes, and then imports or runs."""

import pytest

from nbjudge.notebook import cells
from tests.kit.placed import (
    METHODS,
    MODEL,
    SHELL,
    SIMPLE,
    append,
    assembled,
    body,
    remarks,
    undone,
)

WRITTEN = {
    "from": f"from mine import {SIMPLE}",
    "from as": f"from mine import count as {SIMPLE}",
    "star": "from mine import *",
    "assigned": f"import mine\n{SIMPLE} = mine.{SIMPLE}",
    "by a function": f"import importlib\n{SIMPLE} = importlib.import_module('mine').{SIMPLE}",
    "%run": "%run mine.py",
    "%run -i": "%run -i ./mine",
    "exec": "exec(open('mine.py').read())",
    "exec of a path": "from pathlib import Path\nexec(Path('mine.py').read_text())",
}


@pytest.mark.parametrize("line", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("together", [True, False])
def test_an_answer_in_a_file_that_a_cell_writes_is_imported_before_its_test(line, together):
    module = "%%writefile mine.py\n" + MODEL[SIMPLE] + f"\n\ncount = {SIMPLE}"
    notebook = append(undone(SIMPLE), module, line)
    if not together:
        notebook.cells.insert(3, notebook.cells.pop(-2))
    made = assembled(notebook)
    assert made.metadata.course.absent == {}
    at = next(i for i, c in enumerate(made.cells) if cells.grade_id(c) == SIMPLE)
    run = "\n".join(c.source for c in made.cells[: at + 1])
    assert "writefile" in run
    assert line in run
    assert any(SIMPLE in remark for remark in remarks(made))


FILES = {
    "%%file": "%%file mine.py\n{}",
    "a folder": "%%writefile code/mine.py\n{}",
    "another platform's folder": "%%writefile /content/mine.py\n{}",
    "appended": "%%writefile mine.py\nimport numpy as np\n#----\n%%writefile -a mine.py\n{}",
    "write": "with open('mine.py', 'w') as f:\n    f.write({!r})",
    "write_text": "from pathlib import Path\nPath('mine.py').write_text({!r})",
    "a text": "text = {!r}\nopen('mine.py', 'w').write(text)",
}


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
@pytest.mark.parametrize("line", [f"from mine import {SIMPLE}", "%run mine.py"])
def test_an_answer_in_a_file_is_found_however_it_was_written(file, line):
    written = file.format(MODEL[SIMPLE]).split("#----\n")
    made = assembled(append(undone(SIMPLE), *written, line))
    assert made.metadata.course.absent == {}
    at = next(i for i, c in enumerate(made.cells) if cells.grade_id(c) == SIMPLE)
    run = "\n".join(c.source for c in made.cells[: at + 1])
    assert run.index("mine.py") < run.index(line)


@pytest.mark.parametrize("line", ["from mine import GMM", "import mine\nGMM = mine.GMM"])
def test_a_class_in_a_file_that_a_cell_writes_is_imported_before_its_tests(line):
    module = f"%%writefile mine.py\nimport numpy as np\n\n{SHELL}\n\n{body()}"
    made = assembled(append(undone(*METHODS), module, line))
    assert made.metadata.course.absent == {}
    first = next(i for i, c in enumerate(made.cells) if cells.is_test(c))
    run = "\n".join(c.source for c in made.cells[:first])
    assert "writefile" in run
    assert run.index("writefile") < run.index(line.split("\n")[-1])
