"""Sets a student's answers into the released notebook, and nothing else that the file holds.

Whatever had to be repaired is said in a remark; a remark that starts with ``CHECK`` asks a human to
look.
"""

from __future__ import annotations

import copy
from typing import Any

import nbformat.v4 as nbf
from nbformat import NotebookNode

from nbjudge.intake.matching import Matching, Slot, plain
from nbjudge.intake.reading import CHECK, Submission
from nbjudge.notebook import cells

ELSEWHERE = "# answered in another cell"
RESET_LEFT_OUT = "%reset was left out: it would have cleared what other answers need."


class Assembly:
    """One submission on its way into one released notebook."""

    def __init__(self, master: NotebookNode, submission: Submission) -> None:
        self.master = master
        self.matching = Matching(master, submission)
        self.submitted, self.slots = self.matching.submitted, self.matching.slots
        self.defines, self.remarks = self.matching.defines, self.matching.remarks

    def clean(self) -> NotebookNode:
        """The released notebook with the student's answers and own cells in it."""
        self.matching.match()
        self._note_edits()
        extras = self._extras()
        absent: dict[str, str] = {}
        built = []
        built += extras.get(-1, [])
        for number, slot in enumerate(self.slots):
            cell = copy.deepcopy(slot.cell)
            added = self._added(slot)
            if slot.is_solution:
                before, source, status = self._answer(slot)
                cell.source = self._runnable(source, cell.cell_type)
                built += [self._own_cell(index) for index in before]
                if status:
                    absent[slot.name] = status
            # before a test, for it may be what is tested; after a cell that it may build on
            around = [*added, cell] if cells.is_test(cell) else [cell, *added]
            built += [*around, *extras.get(number, [])]
        notebook = copy.copy(self.master)
        notebook.cells, notebook.metadata = built, copy.deepcopy(self.master.metadata)
        notebook.metadata.course.absent = absent
        if self.submitted and len(absent) == sum(slot.is_solution for slot in self.slots):
            self.remarks.append(
                "No answer to this section was found. Ask whether the right file was handed in."
            )
        notebook.metadata.course.remarks = self.remarks
        return notebook

    def _note_edits(self) -> None:
        for slot in self.slots:
            locked = slot.cell.metadata.get("nbgrader", {}).get("locked", False)
            sources = {plain(self.submitted[i].source) for i in slot.found}
            if locked and sources - {plain(slot.released), plain(slot.cell.source)}:
                self.remarks.append(f"{slot.name}: a given cell was edited; ours was used.")

    def _added(self, slot: Slot) -> list[NotebookNode]:
        """Definitions that a student put into a given cell, each a cell of its own."""
        if slot.is_solution or slot.cell.cell_type != "code":
            return []
        ours = slot.cell.source
        added = [
            self._own_cell(index, source, f"-{number}")
            for index in slot.found
            for number, source in enumerate(cells.additions(ours, self.submitted[index].source))
        ]
        if added:
            self.remarks.append(f"{slot.name}: what was added to this given cell was run too.")
        return added

    def _answer(self, slot: Slot) -> tuple[list[int], str, str]:
        """Cells to run before the answer, its source, and a status if there is none."""
        kind = slot.cell.cell_type
        tried = self.matching.tried(slot)
        if not tried:
            return [], *self._no_answer(slot)
        if kind == "code" and any(self.submitted[i].kind != "code" for i in tried):
            self.remarks.append(f"{slot.name}: its cell had become text; it was run as code.")
        if any(
            i > tried[-1] and slot.wanted & self.defines[i] for i in self.matching.unplaced("code")
        ):
            self.remarks.append(
                f"{CHECK}{slot.name} is defined again below, in a cell of the "
                "student's own. The one in its place counts."
            )
        sources = [self.submitted[i].source for i in tried]
        if len({plain(source) for source in sources}) == 1 or kind == "markdown":
            if len(tried) > 1:
                self.remarks.append(f"{slot.name}: copies of the cell were left out.")
            return [], sources[-1], ""
        wanted = slot.wanted
        attempts = sum(wanted <= self.defines[i] for i in tried)
        self.remarks.append(
            f"{CHECK}{slot.name} was answered {attempts} times; the last one counts."
            if attempts > 1
            else f"{slot.name}: spread over {len(tried)} cells, all of which were used."
        )
        joined = "\n".join(sources)
        whole = all(cells.parse(source) is not None for source in sources)
        if whole and wanted <= self.defines[tried[-1]]:
            return tried[:-1], sources[-1], ""
        if cells.parse(joined) is not None:
            return [], joined, ""
        last = next((i for i in reversed(tried) if wanted & self.defines[i]), tried[-1])
        return [i for i in tried if i != last], self.submitted[last].source, ""

    def _no_answer(self, slot: Slot) -> tuple[str, str]:
        others = [
            i for i, names in enumerate(self.defines) if slot.wanted & names and i not in slot.found
        ]
        if others:
            self.remarks.append(f"{slot.name}: found in a cell that holds something else too.")
            places = [self.slots.index(self.matching.place[i]) for i in others]
            if min(places) < self.slots.index(slot):
                return ELSEWHERE, ""
            return cells.definitions(self.submitted[others[0]].source, slot.wanted), ""
        stubs = [i for i in slot.found if self.submitted[i].source.strip()]
        return slot.cell.source, "not_attempted" if stubs else "missing"

    def _extras(self) -> dict[int, list[NotebookNode]]:
        """The student's own cells, by the number of the released cell that they follow."""
        numbers = {id(slot): n for n, slot in enumerate(self.slots)}
        extras: dict[int, list[NotebookNode]] = {}
        last = -1
        for index, cell in enumerate(self.submitted):
            if index in self.matching.place:
                last = numbers[id(self.matching.place[index])]
            elif cell.source.strip():
                extras.setdefault(last, []).append(self._own_cell(index))
        return extras

    def _own_cell(self, index: int, source: str = "", part: str = "") -> NotebookNode:
        """A submitted cell, or a part of one, as a cell of the student's own."""
        cell = self.submitted[index]
        new: Any = nbf.new_code_cell if cell.kind == "code" else nbf.new_markdown_cell
        own: NotebookNode = new(
            self._runnable(source or cell.source, cell.kind), id=f"own-{index}{part}"
        )
        return own

    def _runnable(self, source: str, kind: str) -> str:
        """The source without what would clear the memory, where other answers are."""
        kept = cells.without_resets(source) if kind == "code" else source
        if kept != source and RESET_LEFT_OUT not in self.remarks:
            self.remarks.append(RESET_LEFT_OUT)
        return kept


def clean(master: NotebookNode, submission: Submission) -> NotebookNode:
    """The released notebook with a submission's answers; ``metadata.course`` says what was done."""
    return Assembly(master, submission).clean()


def answers_in(master: NotebookNode, submission: Submission) -> int:
    """How many of the notebook's solution cells a submission seems to hold."""
    matching = Matching(master, submission)
    defined = set().union(*matching.defines)
    tags = {c.grade_id for c in submission.cells} | {c.id for c in submission.cells}
    return sum(
        bool(slot.name in tags or slot.wanted & defined)
        for slot in matching.slots
        if slot.is_solution
    )
