"""Sets a student's answers into the released notebook, and nothing else that the file holds.

Cells are matched by grade_id, then by cell id, then by the name that they define, then by the
likeness of their text. Whatever had to be repaired is said in a remark; a remark that starts with
``CHECK`` asks a human to look.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import nbformat.v4 as nbf
from nbformat import NotebookNode

from helpers.grading import cells
from helpers.grading.judge import split_hidden
from helpers.grading.reading import Submission, SubmittedCell

CHECK = "Please check: "
ALIKE = 0.75  # likeness of text from which two cells count as the same one
ELSEWHERE = "# answered in another cell"


@dataclass
class Slot:
    """A cell of the released notebook, and the submitted cells that belong there."""

    cell: NotebookNode
    found: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        return cells.grade_id(self.cell) or str(self.cell.get("id", ""))

    @property
    def is_solution(self) -> bool:
        return cells.is_solution(self.cell)

    @property
    def released(self) -> str:
        """The text that students were given."""
        return split_hidden(self.cell.source)[0]


def plain(source: str) -> str:
    """Source without whitespace, for comparing what people may have reformatted."""
    return re.sub(r"\s+", "", source)


def likeness(a: str, b: str) -> float:
    """How alike two texts are, from 0 to 1."""
    if len(b) > 3 * len(a) + 200:
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > ALIKE else 0.0


class Intake:
    """One submission on its way into one released notebook."""

    def __init__(self, master: NotebookNode, submission: Submission) -> None:
        self.master = master
        self.submitted: Sequence[SubmittedCell] = submission.cells
        self.remarks = list(submission.remarks)
        self.slots = [Slot(cell) for cell in master.cells]
        self.place: dict[int, Slot] = {}  # submitted cell → where it belongs
        self.defines = [cells.defined_names(c.source) if c.kind == "code" else set()
                        for c in self.submitted]  # fmt: skip

    def clean(self) -> NotebookNode:
        """The released notebook with the student's answers and own cells in it."""
        self._match()
        extras = self._extras()
        absent: dict[str, str] = {}
        built = []
        built += extras.get(-1, [])
        for number, slot in enumerate(self.slots):
            cell = copy.deepcopy(slot.cell)
            if slot.is_solution:
                before, cell.source, status = self._answer(slot)
                built += [self._own_cell(index) for index in before]
                if status:
                    absent[slot.name] = status
            built += [cell, *extras.get(number, [])]
        notebook = copy.deepcopy(self.master)
        notebook.cells = built
        notebook.metadata.course.absent = absent
        if self.submitted and len(absent) == sum(slot.is_solution for slot in self.slots):
            self.remarks.append(
                "No answer to this section was found. Ask whether the right file was handed in."
            )
        notebook.metadata.course.remarks = self.remarks
        return notebook

    def _match(self) -> None:
        """Find the slot of every submitted cell that has one."""
        by_grade_id = {cells.grade_id(s.cell): s for s in self.slots if cells.grade_id(s.cell)}
        by_id = {s.cell.get("id"): s for s in self.slots}
        by_text = {plain(s.released): s for s in self.slots if s.released.strip()}
        for index, cell in enumerate(self.submitted):
            slot = by_grade_id.get(cell.grade_id) or by_id.get(cell.id or None)
            slot = slot or by_text.get(plain(cell.source))
            if slot is not None:
                self._put(index, slot)
        self._match_by_name()
        self._match_by_likeness()
        self._match_written_answers()
        self._note_edits()

    def _put(self, index: int, slot: Slot) -> None:
        self.place[index] = slot
        slot.found.append(index)
        slot.found.sort()

    def _match_by_name(self) -> None:
        found: dict[str, None] = {}
        for slot in self._open_solutions("code"):
            wanted = cells.defined_names(slot.cell.source)
            for index in self._unplaced("code"):
                if wanted & self.defines[index]:
                    self._put(index, slot)
                    found[slot.name] = None
        if found:
            self.remarks.append(f"{', '.join(found)}: found by the name that a cell defines.")

    def _match_by_likeness(self) -> None:
        for slot in (s for s in self.slots if not s.found and s.released.strip()):
            kind = slot.cell.cell_type
            scored = [(likeness(slot.released, self.submitted[i].source), i)
                      for i in self._unplaced(kind)]  # fmt: skip
            score, index = max(scored, default=(0.0, -1))
            if score > ALIKE:
                self._put(index, slot)
                if slot.is_solution:
                    self.remarks.append(f"{CHECK}{slot.name} was found by its likeness alone.")

    def _match_written_answers(self) -> None:
        """A written answer that lost its id is the first text of the student's after its prompt."""
        for slot in self._open_solutions("markdown"):
            number = self.slots.index(slot)
            before = max((i for s in self.slots[:number] for i in s.found), default=-1)
            index = next((i for i in self._unplaced("markdown") if i > before), None)
            if index is not None:
                self._put(index, slot)
                self.remarks.append(f"{CHECK}{slot.name} was found by its place alone.")

    def _open_solutions(self, kind: str) -> list[Slot]:
        return [s for s in self.slots if s.is_solution and s.cell.cell_type == kind
                and not any(plain(self.submitted[i].source) != plain(s.cell.source)
                            for i in s.found)]  # fmt: skip

    def _unplaced(self, kind: str) -> list[int]:
        return [i for i, cell in enumerate(self.submitted)
                if i not in self.place and cell.kind == kind]  # fmt: skip

    def _note_edits(self) -> None:
        for slot in self.slots:
            locked = slot.cell.metadata.get("nbgrader", {}).get("locked", False)
            sources = {plain(self.submitted[i].source) for i in slot.found}
            if locked and sources - {plain(slot.released), plain(slot.cell.source)}:
                self.remarks.append(f"{slot.name}: a given cell was edited; ours was used.")

    def _answer(self, slot: Slot) -> tuple[list[int], str, str]:
        """Cells to run before the answer, its source, and a status if there is none."""
        stub = slot.cell.source
        kind = slot.cell.cell_type
        tried = [i for i in slot.found if plain(self.submitted[i].source) != plain(stub)]
        if not tried:
            return [], *self._no_answer(slot)
        sources = [self.submitted[i].source for i in tried]
        if len({plain(source) for source in sources}) == 1 or kind == "markdown":
            if len(tried) > 1:
                self.remarks.append(f"{slot.name}: copies of the cell were left out.")
            return [], sources[-1], ""
        self.remarks.append(f"{slot.name}: spread over {len(tried)} cells, all of which were used.")
        wanted = cells.defined_names(stub)
        joined = "\n".join(sources)
        whole = all(cells.parse(source) is not None for source in sources)
        if whole and wanted <= self.defines[tried[-1]]:
            return tried[:-1], sources[-1], ""
        if cells.parse(joined) is not None:
            return [], joined, ""
        last = next((i for i in reversed(tried) if wanted & self.defines[i]), tried[-1])
        return [i for i in tried if i != last], self.submitted[last].source, ""

    def _no_answer(self, slot: Slot) -> tuple[str, str]:
        wanted = cells.defined_names(slot.cell.source)
        others = [i for i, names in enumerate(self.defines)
                  if wanted & names and i not in slot.found]  # fmt: skip
        if wanted and others:
            self.remarks.append(f"{slot.name}: found in a cell that holds another answer too.")
            return ELSEWHERE, ""
        return slot.cell.source, "not_attempted" if slot.found else "missing"

    def _extras(self) -> dict[int, list[NotebookNode]]:
        """The student's own cells, by the number of the released cell that they follow."""
        numbers = {id(slot): n for n, slot in enumerate(self.slots)}
        extras: dict[int, list[NotebookNode]] = {}
        last = -1
        for index, cell in enumerate(self.submitted):
            if index in self.place:
                last = numbers[id(self.place[index])]
            elif cell.source.strip():
                extras.setdefault(last, []).append(self._own_cell(index))
        return extras

    def _own_cell(self, index: int) -> NotebookNode:
        cell = self.submitted[index]
        new = nbf.new_code_cell if cell.kind == "code" else nbf.new_markdown_cell
        return new(cell.source, id=f"own-{index}")


def clean(master: NotebookNode, submission: Submission) -> NotebookNode:
    """The released notebook with a submission's answers; ``metadata.course`` says what was done."""
    return Intake(master, submission).clean()


def kinship(master: NotebookNode, submission: Submission) -> int:
    """How many of the notebook's solution cells a submission seems to hold."""
    intake = Intake(master, submission)
    defined = set().union(*intake.defines) if intake.defines else set()
    tags = {c.grade_id for c in submission.cells} | {c.id for c in submission.cells}
    return sum(
        bool(slot.name in tags or cells.defined_names(slot.cell.source) & defined)
        for slot in intake.slots
        if slot.is_solution
    )
