"""Which submitted cell belongs to which cell of the released notebook.

Cells are matched by grade_id, then by cell id, then by the name that they define, then by the
likeness of their text. Whatever had to be guessed is said in a remark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from nbformat import NotebookNode

from nbjudge.intake.reading import CHECK, Submission, SubmittedCell
from nbjudge.notebook import cells
from nbjudge.notebook.regions import split_hidden

ALIKE = 0.75  # likeness of text from which two cells count as the same one
WORD = re.compile(r"\w+|[^\w\s]")
LONG = 4000  # characters
UNDONE = "raise NotImplementedError"  # what is left of a TODO


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

    @cached_property
    def wanted(self) -> set[str]:
        """Names that an answer in code defines; none for any other cell."""
        return cells.defined_names(self.cell.source) if self.is_code_answer else set()

    @property
    def is_code_answer(self) -> bool:
        return self.is_solution and self.cell.cell_type == "code"

    @property
    def is_given_text(self) -> bool:
        return not self.is_solution and self.cell.cell_type == "markdown"

    @property
    def released(self) -> str:
        """The text that students were given."""
        return split_hidden(self.cell.source)[0]


def plain(source: str) -> str:
    """Source without whitespace, for comparing what people may have reformatted."""
    return re.sub(r"\s+", "", source)


def likeness(a: str, b: str) -> float:
    """How alike two texts are, from 0 to 1; long ones word by word, which is quicker."""
    if len(b) > 3 * len(a) + 200:
        return 0.0
    parts: tuple[Sequence[str], Sequence[str]] = (a, b)
    if len(a) + len(b) > LONG:
        parts = WORD.findall(a), WORD.findall(b)
    matcher = SequenceMatcher(None, *parts, autojunk=False)
    possible = min(matcher.real_quick_ratio(), matcher.quick_ratio())
    return matcher.ratio() if possible > ALIKE else 0.0


class Matching:
    """The submitted cells in their slots, and remarks on what it took to find these."""

    def __init__(self, master: NotebookNode, submission: Submission) -> None:
        self.submitted: Sequence[SubmittedCell] = submission.cells
        self.remarks = list(submission.remarks)
        self.slots = [Slot(cell) for cell in master.cells]
        self.place: dict[int, Slot] = {}  # submitted cell → where it belongs
        self.defines = [
            cells.defined_names(c.source) if c.kind == "code" else set() for c in self.submitted
        ]

    def match(self) -> None:
        """Find the slot of every submitted cell that has one."""
        by_grade_id = {cells.grade_id(s.cell): s for s in self.slots if cells.grade_id(s.cell)}
        by_id = {s.cell.get("id"): s for s in self.slots}
        by_text = {plain(s.released): s for s in self.slots if s.released.strip()}
        for index, cell in enumerate(self.submitted):
            slot = by_grade_id.get(cell.grade_id) or by_id.get(cell.id or None)
            slot = slot or by_text.get(plain(cell.source))
            if slot is not None and not (slot.is_given_text and cell.kind == "code"):
                self._put(index, self._rightful(slot, index))
        self._match_by_name()
        self._match_parts()
        self._match_by_likeness()
        self._match_written_answers()

    def _rightful(self, slot: Slot, index: int) -> Slot:
        """The slot whose answer a cell holds, if that is another than the one it is marked for."""
        defined = self.defines[index]
        if not slot.is_code_answer or slot.wanted & defined:
            return slot
        other = next((s for s in self.slots if s.wanted & defined), slot)
        if other is not slot:
            self.remarks.append(f"{other.name}: found in the cell of {slot.name}.")
        return other

    def _put(self, index: int, slot: Slot) -> None:
        self.place[index] = slot
        slot.found.append(index)
        slot.found.sort()

    def _match_by_name(self) -> None:
        found: dict[str, None] = {}
        for kind in ("code", "markdown"):  # an answer that became text still defines its name
            open_slots = self._open_solutions("code")
            for index in self.unplaced(kind) if open_slots else ():
                source = self.submitted[index].source
                defined = self.defines[index] if kind == "code" else cells.defined_names(source)
                for slot in (s for s in open_slots if s.wanted & defined):
                    self._put(index, slot)
                    found[slot.name] = None
                    break
        if found:
            names = ", ".join(slot.name for slot in self.slots if slot.name in found)
            self.remarks.append(f"{names}: found by the name that a cell defines.")

    def _match_parts(self) -> None:
        """The parts of an answer that was cut in two and has lost its marks stand side by side."""
        open_slots = self._open_solutions("code")
        free = self.unplaced("code")
        for head, tail in pairwise(free if open_slots else ()):
            defined = self._together(head, tail)
            slot = next((s for s in open_slots if s.wanted & defined), None)
            if slot is not None and head not in self.place:
                self._put(head, slot)
                self._put(tail, slot)
        free = self.unplaced("code")
        for slot in (s for s in self.slots if s.is_code_answer and s.found):
            first, last = slot.found[0], slot.found[-1]
            sides = ((first - 1, first, first - 1), (last, last + 1, last + 1))
            for head, tail, index in sides:
                if index in free and slot.wanted & self._together(head, tail):
                    self._put(index, slot)

    def _together(self, head: int, tail: int) -> set[str]:
        """What two cells define as one, if they stand side by side and are none by themselves."""
        above, below = self.submitted[head].source, self.submitted[tail].source
        cut = below.lstrip("\n").startswith((" ", "\t")) or cells.parse(above) is None
        return cells.defined_names(f"{above}\n{below}") if cut and tail == head + 1 else set()

    def _match_by_likeness(self) -> None:
        for slot in (s for s in self.slots if not s.found and s.released.strip()):
            kind = slot.cell.cell_type
            scored = [
                (likeness(slot.released, self.submitted[i].source), i) for i in self.unplaced(kind)
            ]
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
            index = next((i for i in self.unplaced("markdown") if i > before), None)
            if index is not None:
                self._put(index, slot)
                self.remarks.append(f"{CHECK}{slot.name} was found by its place alone.")

    def _open_solutions(self, kind: str) -> list[Slot]:
        return [
            s
            for s in self.slots
            if s.is_solution and s.cell.cell_type == kind and not self.tried(s)
        ]

    def tried(self, slot: Slot) -> list[int]:
        """The cells of a slot that hold an attempt; a TODO beside an attempt is none."""
        unwritten = (plain(slot.cell.source), "")
        written = [i for i in slot.found if plain(self.submitted[i].source) not in unwritten]
        return [i for i in written if UNDONE not in self.submitted[i].source] or written

    def unplaced(self, kind: str) -> list[int]:
        """Submitted cells that belong to no cell of ours."""
        return [
            i for i, cell in enumerate(self.submitted) if i not in self.place and cell.kind == kind
        ]
