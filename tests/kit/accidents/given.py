"""What happens to the cells that are given, tests and imports, and between them."""

from __future__ import annotations

import nbformat.v4 as nbf
from nbformat import NotebookNode

from nbjudge.notebook import cells
from tests.kit.accidents.cells import first_do, put, stub, to_a_cell
from tests.kit.submissions import cell, clone, place


@to_a_cell()
def merged_with_the_test_below(notebook: NotebookNode, answer: str) -> None:
    """The answer's cell was merged with the test cell under it."""
    here = place(notebook, answer)
    notebook.cells[here].source += "\n\n" + notebook.cells.pop(here + 1).source


@to_a_cell("a given cell was edited")
def merged_into_the_cell_above(notebook: NotebookNode, answer: str) -> None:
    """The answer's cell was merged into the given cell above it, whose name the two now have."""
    here = place(notebook, answer)
    above = max(i for i in range(here) if notebook.cells[i].cell_type == "code")
    notebook.cells[above].source += "\n\n" + notebook.cells[here].source
    del notebook.cells[here]


@to_a_cell("a given cell was edited")
def typed_into_the_test_below(notebook: NotebookNode, answer: str) -> None:
    """The answer was typed on top of the test cell; the TODO above is still as given."""
    here = place(notebook, answer)
    below = cell(notebook, f"test_{answer}")
    below.source = notebook.cells[here].source + "\n\n" + below.source
    notebook.cells[here] = stub(answer)


@to_a_cell()
def duplicated_test(notebook: NotebookNode, answer: str) -> None:
    """The test cell was copied."""
    here = place(notebook, f"test_{answer}")
    notebook.cells.insert(here + 1, clone(notebook.cells[here]))


@to_a_cell()
def deleted_test(notebook: NotebookNode, answer: str) -> None:
    """The test cell was deleted."""
    del notebook.cells[place(notebook, f"test_{answer}")]


@to_a_cell("a given cell was edited")
def edited_test(notebook: NotebookNode, answer: str) -> None:
    """Something was tried out in the test cell."""
    cell(notebook, f"test_{answer}").source = "assert False, 'I was trying something'"


@to_a_cell()
def test_turned_into_markdown(notebook: NotebookNode, answer: str) -> None:
    """The test cell became text."""
    here = place(notebook, f"test_{answer}")
    old = notebook.cells[here]
    notebook.cells[here] = nbf.new_markdown_cell(old.source, metadata=old.metadata)


@to_a_cell()
def own_cells_in_between(notebook: NotebookNode, answer: str) -> None:
    """Notes and trials stand above and below the answer."""
    put(notebook, place(notebook, answer) + 1, f"tried_{answer} = 1")
    put(notebook, place(notebook, answer), "print('so far so good')")


@to_a_cell("a given cell was edited")
def import_added_to_the_given_ones(notebook: NotebookNode, answer: str) -> None:
    """The imports cell got two lines more: a package that is not here, and one that is needed."""
    cell(notebook, "imports").source += f"\nimport no_such_package\nimport math as math_{answer}"
    first_do(cell(notebook, answer), f"math_{answer}.sqrt(2)")


@to_a_cell("a given cell was edited")
def helper_added_to_the_test_above(notebook: NotebookNode, answer: str) -> None:
    """A helper of the answer was typed under the checks of the exercise before."""
    here = place(notebook, answer)
    tests = [c for c in notebook.cells[:here] if cells.is_test(c)]
    above = tests[-1] if tests else cell(notebook, "imports")
    above.source += f"\n\ndef helper_of_{answer}():\n    return 1"
    first_do(cell(notebook, answer), f"helper_of_{answer}()")
