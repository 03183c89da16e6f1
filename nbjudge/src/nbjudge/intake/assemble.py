"""Sets a student's answers into the released notebook, and nothing else that the file holds.

Whatever had to be repaired is said in a remark; a remark that starts with ``CHECK`` asks a human to
look.
"""

from __future__ import annotations

import copy
from typing import Any

import nbformat.v4 as nbf
from nbformat import NotebookNode

from nbjudge.intake.answers import Answers
from nbjudge.intake.carrying import Carrying
from nbjudge.intake.matching import PARTLY, Matching, Slot, given, plain
from nbjudge.intake.reading import Submission
from nbjudge.notebook import cells
from nbjudge.notebook.statements import additions

RESET_LEFT_OUT = "%reset was left out: it would have cleared what other answers need."


class Assembly:
    """One submission on its way into one released notebook."""

    def __init__(self, master: NotebookNode, submission: Submission) -> None:
        self.master = master
        self.matching = Matching(master, submission)
        self.submitted, self.slots = self.matching.submitted, self.matching.slots
        self.remarks = self.matching.remarks

    def clean(self) -> NotebookNode:
        """The released notebook with the student's answers and own cells in it."""
        self.matching.match()
        self._note_edits()
        extras = self._extras()
        carrying = Carrying(self.matching)
        classes = self._classes(carrying)
        answers = Answers(self.matching, carrying)
        absent: dict[str, str] = {}
        built = []
        built += extras.get(-1, [])
        for number, slot in enumerate(self.slots):
            cell = copy.deepcopy(slot.cell)
            added = self._added(slot)
            if slot.is_solution:
                answer = answers.of(slot)
                cell.source = self._runnable(answer.source, cell.cell_type)
                self._add_pictures(cell, answer.index)
                built += [self._own_cell(index) for index in answer.before]
                if answer.needs:
                    built.append(self._own_cell(answer.index, answer.needs, f"-needs-{number}"))
                if answer.status:
                    absent[slot.name] = answer.status
            # before a test, for it may be what is tested; after a cell that it may build on
            around = [*added, cell] if cells.is_test(cell) else [cell, *added]
            built += [*around, *classes.get(number, []), *extras.get(number, [])]
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
            ours = {plain(slot.released), plain(slot.cell.source)}
            theirs = {
                plain(self.submitted[i].source)
                for i in slot.found
                if self.submitted[i].source or i not in self.matching.without_classes
            }
            if locked and theirs - ours:
                self.remarks.append(f"{slot.name}: a given cell was edited; ours was used.")

    def _added(self, slot: Slot) -> list[NotebookNode]:
        """Definitions that a student put into a given cell, each a cell of its own."""
        if slot.is_solution or slot.cell.cell_type != "code":
            return []
        ours = slot.cell.source
        added = [
            self._own_cell(index, source, f"-{number}")
            for index in slot.found
            for number, source in enumerate(additions(ours, self.matching.readable(index)))
        ]
        if added:
            self.remarks.append(f"{slot.name}: what was added to this given cell was run too.")
        return added

    def _classes(self, carrying: Carrying) -> dict[int, list[NotebookNode]]:
        """Classes that stand for given ones, by the number of the released cell they follow."""
        found: dict[int, list[NotebookNode]] = {}
        for number, one in enumerate(self.matching.rewrites):
            after, needs = carrying.place(one)
            texts = [("needs", needs), ("class", one.text)]
            found.setdefault(after, []).extend(
                self._own_cell(one.index, text, f"-{part}-{number}") for part, text in texts if text
            )
        self.remarks += carrying.remarks()
        return found

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
        if not source and cell.kind == "code" and cells.parse(cell.source) is None:
            source = self._part(index)
        new: Any = nbf.new_code_cell if cell.kind == "code" else nbf.new_markdown_cell
        own: NotebookNode = new(
            self._runnable(source or cell.source, cell.kind), id=f"own-{index}{part}"
        )
        self._add_pictures(own, index)
        return own

    def _add_pictures(self, cell: NotebookNode, index: int) -> None:
        """Attach the pictures of a submitted text."""
        pictures = self.submitted[index].pictures if index >= 0 else {}
        if pictures and cell.cell_type == "markdown":
            cell["attachments"] = copy.deepcopy(pictures)

    def _part(self, index: int) -> str:
        """What can be read of a cell of the student's own that is no Python as a whole."""
        read = self.matching.readable(index)
        if read and PARTLY not in self.remarks:
            self.remarks.append(PARTLY)
        return read

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
    tags = {c.grade_id for c in submission.cells} | {c.id for c in submission.cells}
    return sum(
        slot.name in tags
        or matching.brought(slot)
        or any(given(slot, offered) for offered in matching.offers)
        for slot in matching.slots
        if slot.is_solution
    )
