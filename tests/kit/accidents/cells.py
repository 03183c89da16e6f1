"""What happens to the cell of an answer: copied, split, moved, retyped, turned, deleted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import nbformat.v4 as nbf
from nbformat import NotebookNode

from nbjudge.course.sections import Section
from tests.kit.accidents.registry import Befall, exercises_of, register
from tests.kit.course import SECTIONS
from tests.kit.submissions import cell, clone, model_answers, place, released


def to_a_cell(says: str = "", **more: object) -> Callable[[Befall], Befall]:
    """Register an accident to the cell of an answer, or to a cell beside it."""

    def found(befall: Befall) -> Befall:
        register("cells", befall, says=says, **more)
        return befall

    return found


@cache
def section_of(answer: str) -> Section:
    return next(section for section in SECTIONS if answer in model_answers(section))


def stub(answer: str) -> NotebookNode:
    """The cell as it was given."""
    return clone(cell(released(section_of(answer)), answer))


def neighbour(notebook: NotebookNode, answer: str) -> str:
    """The exercise after this one."""
    names = exercises_of(notebook)
    return names[names.index(answer) + 1]


def signature(source: str) -> str:
    """A function's source up to the end of its ``def`` line."""
    lines = source.splitlines(keepends=True)
    head = next(i for i, line in enumerate(lines) if line.startswith("def "))
    return "".join(lines[: head + 1])


def first_do(own: NotebookNode, line: str) -> None:
    """Make ``line`` the first that the cell's function does."""
    head = signature(own.source)
    own.source = own.source.replace(head, f"{head}    {line}\n")


def put(notebook: NotebookNode, where: int, *sources: str) -> None:
    """Own cells of the student's, before the cell that stands at ``where``."""
    notebook.cells[where:where] = [nbf.new_code_cell(source) for source in sources]


@to_a_cell("copies of the cell were left out")
def duplicated_answer(notebook: NotebookNode, answer: str) -> None:
    """The cell was copied and pasted, ids and all."""
    here = place(notebook, answer)
    notebook.cells.insert(here + 1, clone(notebook.cells[here]))


@to_a_cell()
def stub_pasted_after_the_answer(notebook: NotebookNode, answer: str) -> None:
    """The TODO was taken from a fresh copy again and left below the answer."""
    notebook.cells.insert(place(notebook, answer) + 1, stub(answer))


@to_a_cell("Please check: gaussian_mle was answered 2 times")
def draft_kept_above_the_answer(notebook: NotebookNode, answer: str) -> None:
    """The cell was copied before a second attempt; the first one is wrong and still there."""
    here = place(notebook, answer)
    draft = clone(notebook.cells[here])
    draft.source = signature(draft.source) + "    return None"
    notebook.cells.insert(here, draft)


@to_a_cell("found by the name")
def answer_typed_below_its_stub(notebook: NotebookNode, answer: str) -> None:
    """The TODO was left as it was, and the answer typed into a new cell under it."""
    here = place(notebook, answer)
    put(notebook, here + 1, notebook.cells[here].source)
    notebook.cells[here] = stub(answer)


@to_a_cell("Please check: gaussian_mle is defined again below", status="graded")
def second_attempt_below_the_test(notebook: NotebookNode, answer: str) -> None:
    """A first attempt is wrong; the right one was typed under the test and never moved up."""
    own = cell(notebook, answer)
    put(notebook, place(notebook, f"test_{answer}") + 1, own.source)
    own.source = signature(own.source) + "    return None"


@to_a_cell("found in a cell that holds something else too")
def typed_into_a_later_answer(notebook: NotebookNode, answer: str) -> None:
    """The answer was typed on top of the next one; its own TODO is still as given."""
    own, later = cell(notebook, answer), cell(notebook, neighbour(notebook, answer))
    later.source = own.source + "\n\n\n" + later.source
    own.source = stub(answer).source


@to_a_cell("found by the name")
def retyped_answer(notebook: NotebookNode, answer: str) -> None:
    """The cell was deleted by mistake and typed again into a new one."""
    here = place(notebook, answer)
    notebook.cells[here] = nbf.new_code_cell(notebook.cells[here].source)


@to_a_cell("found by the name")
def retyped_under_a_timer(notebook: NotebookNode, answer: str) -> None:
    """The cell was typed again, with %%time on top."""
    here = place(notebook, answer)
    notebook.cells[here] = nbf.new_code_cell("%%time\n" + notebook.cells[here].source)


@to_a_cell("found by the name")
def emptied_and_typed_elsewhere(notebook: NotebookNode, answer: str) -> None:
    """The text was cut out of its cell and pasted into a new one at the end."""
    own = cell(notebook, answer)
    notebook.cells.append(nbf.new_code_cell(own.source))
    own.source = ""


@to_a_cell("spread over 2 cells")
def split_answer(notebook: NotebookNode, answer: str) -> None:
    """The cell was split in the middle of the function's body."""
    here = place(notebook, answer)
    whole = notebook.cells[here]
    lines = whole.source.splitlines(keepends=True)
    rest = clone(whole)
    whole.source, rest.source = "".join(lines[:-1]), lines[-1]
    notebook.cells.insert(here + 1, rest)


@to_a_cell("spread over 2 cells")
def split_after_a_helper(notebook: NotebookNode, answer: str) -> None:
    """The cell was split between a helper function and the answer that calls it."""
    here = place(notebook, answer)
    helper = clone(notebook.cells[here])
    helper.source = f"def help_{answer}():\n    return 1"
    first_do(notebook.cells[here], f"help_{answer}()")
    notebook.cells.insert(here, helper)


@to_a_cell("found in the cell of")
def swapped_with_its_neighbour(notebook: NotebookNode, answer: str) -> None:
    """This answer and the next one were each pasted into the other's cell."""
    one, other = cell(notebook, answer), cell(notebook, neighbour(notebook, answer))
    one.source, other.source = other.source, one.source


@to_a_cell("found in a cell that holds something else too")
def two_answers_in_one_cell(notebook: NotebookNode, answer: str) -> None:
    """The next answer was typed under this one, and its own cell deleted."""
    after = place(notebook, neighbour(notebook, answer))
    cell(notebook, answer).source += "\n\n\n" + notebook.cells[after].source
    del notebook.cells[after]


@to_a_cell()
def moved_to_the_end(notebook: NotebookNode, answer: str) -> None:
    """The cell was dragged below everything else."""
    notebook.cells.append(notebook.cells.pop(place(notebook, answer)))


@to_a_cell()
def moved_to_the_top(notebook: NotebookNode, answer: str) -> None:
    """The cell was dragged above everything else, the imports too."""
    notebook.cells.insert(0, notebook.cells.pop(place(notebook, answer)))


@to_a_cell("had become text")
def answer_turned_into_text(notebook: NotebookNode, answer: str) -> None:
    """A key was pressed outside the cell, and it became markdown."""
    here = place(notebook, answer)
    old = notebook.cells[here]
    notebook.cells[here] = nbf.new_markdown_cell(old.source, metadata=old.metadata)


@to_a_cell("had become text")
def answer_turned_raw(notebook: NotebookNode, answer: str) -> None:
    """The same, with the key for raw text."""
    here = place(notebook, answer)
    old = notebook.cells[here]
    notebook.cells[here] = nbf.new_raw_cell(old.source, metadata=old.metadata)


@to_a_cell()
def answer_indented(notebook: NotebookNode, answer: str) -> None:
    """The whole answer was indented when it was pasted."""
    own = cell(notebook, answer)
    own.source = "\n".join("    " + line for line in own.source.splitlines())


@to_a_cell()
def answer_with_prompts(notebook: NotebookNode, answer: str) -> None:
    """The answer was pasted out of a terminal, prompts included."""
    own = cell(notebook, answer)
    first, *rest = own.source.splitlines()
    own.source = "\n".join([f">>> {first}", *[f"... {line}" for line in rest]])


@to_a_cell("no cell of the submission holds this answer", status="missing")
def deleted_answer(notebook: NotebookNode, answer: str) -> None:
    """The cell was deleted, and nobody noticed."""
    del notebook.cells[place(notebook, answer)]


@to_a_cell("no cell of the submission holds this answer", status="missing")
def emptied_answer(notebook: NotebookNode, answer: str) -> None:
    """All of the cell's text was cut and never pasted."""
    cell(notebook, answer).source = ""


@to_a_cell("still raises NotImplementedError", status="not_attempted")
def answer_left_undone(notebook: NotebookNode, answer: str) -> None:
    """The TODO was overlooked."""
    notebook.cells[place(notebook, answer)] = stub(answer)


@to_a_cell("SyntaxError", status="error")
def half_typed_answer(notebook: NotebookNode, answer: str) -> None:
    """A bracket was opened and never closed."""
    cell(notebook, answer).source += "\n    print("


@to_a_cell("is not defined", status="error")
def misspelt_name(notebook: NotebookNode, answer: str) -> None:
    """The function was called something else."""
    own = cell(notebook, answer)
    name = signature(own.source).rpartition("def ")[2].partition("(")[0]
    own.source = own.source.replace(f"def {name}(", f"def {name}_x(")
