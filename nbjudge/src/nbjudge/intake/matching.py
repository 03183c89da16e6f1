"""Which submitted cell belongs to which cell of the released notebook.

Cells are matched by grade_id, then by cell id, then by the name that they define, then by the
likeness of their text. Whatever had to be guessed is said in a remark. Classes that stand for a
given one are taken out of their cells first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from nbformat import NotebookNode

from nbjudge.intake.classes import Rewrite, given_classes, owner_of, rewrites
from nbjudge.intake.offers import Offers, offers, written_files
from nbjudge.intake.reading import CHECK, Submission, SubmittedCell
from nbjudge.notebook import cells
from nbjudge.notebook.regions import split_hidden
from nbjudge.notebook.salvage import salvaged

ALIKE = 0.75  # likeness of text from which two cells count as the same one
WORD = re.compile(r"\w+|[^\w\s]")
LONG = 4000  # characters
SALVAGED = 50  # cells that are no Python, and are looked at for what is
UNDONE = "raise NotImplementedError"  # what is left of a TODO
PARTLY = f"{CHECK}An own cell is no Python as a whole; what can be read of it was run."


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

    @cached_property
    def owner(self) -> str:
        """The class that an answer is a method of, or nothing."""
        return owner_of(self.cell) if self.is_code_answer else ""

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


def given(slot: Slot, offers: Offers) -> set[str]:
    """The names that a slot wants and finds among what is offered."""
    names = offers.functions | offers.attached if slot.owner else offers.free
    return slot.wanted & names


class Matching:
    """The submitted cells in their slots, and remarks on what it took to find these."""

    def __init__(self, master: NotebookNode, submission: Submission) -> None:
        self.slots = [Slot(cell) for cell in master.cells]
        self.remarks = list(submission.remarks)
        self.place: dict[int, Slot] = {}  # submitted cell → where it belongs
        self.broken: set[int] = set()  # those that are no Python as a whole
        self.moved: set[int] = set()  # submitted cells that belong there by their names alone
        self.shells = given_classes(master.cells)
        self.files = written_files(c.source for c in submission.cells if c.kind == "code")
        self.rewrites, reduced = self._rewrites(submission.cells)
        self.without_classes = set(reduced)
        self.submitted: Sequence[SubmittedCell] = [
            replace(cell, source=reduced.get(index, cell.source))
            for index, cell in enumerate(submission.cells)
        ]
        self.offers = [
            self.offers_of(c.source) if c.kind == "code" else Offers() for c in self.submitted
        ]

    def _rewrites(self, submitted: Sequence[SubmittedCell]) -> tuple[list[Rewrite], dict[int, str]]:
        """Classes that stand for a given one, and their cells' sources without them."""
        ours = {name: self.slots[number].cell.source for name, number in self.shells.items()}
        given = {plain(source) for source in ours.values()}
        in_file = any(name in text for text in self.files.values() for name in ours)
        sources = {
            index: cell.source if cells.parse(cell.source) else salvaged(cell.source)
            for index, cell in enumerate(submitted)
            if cell.kind == "code"
            and plain(cell.source) not in given
            and (in_file or any(name in cell.source for name in ours))
        }
        found, reduced = rewrites(sources, ours, self.files)
        if any(cells.parse(submitted[index].source) is None for index in reduced):
            self.remarks.append(PARTLY)
        return found, reduced

    def offers_of(self, source: str) -> Offers:
        """What a source offers in this submission."""
        return offers(source, self.files)

    def gives(self, slot: Slot, index: int) -> set[str]:
        """The names that a slot wants and a submitted cell offers."""
        return given(slot, self.offers[index])

    def brought(self, slot: Slot) -> bool:
        """Whether a class that the student wrote has the method that a slot wants."""
        methods = set[str]().union(
            *(one.methods for one in self.rewrites if one.name == slot.owner)
        )
        return bool(slot.owner) and slot.wanted <= methods

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
        self._match_salvaged()
        self._match_nameless()
        self._match_by_likeness()
        self._match_written_answers()

    def _rightful(self, slot: Slot, index: int) -> Slot:
        """The slot whose answer a cell holds, if that is another than the one it is marked for."""
        if not slot.is_code_answer or self.gives(slot, index):
            return slot
        other = next((s for s in self.slots if self.gives(s, index)), slot)
        if other is not slot:
            self.remarks.append(f"{other.name}: found in the cell of {slot.name}.")
        return other

    def _put(self, index: int, slot: Slot) -> None:
        self.place[index] = slot
        slot.found.append(index)
        slot.found.sort()

    def _match_nameless(self) -> None:
        """Cells that name what stands in its place under another name, or in a file."""
        for slot in (s for s in self.slots if s.is_code_answer and self.tried(s)):
            if not any(self.gives(slot, index) for index in slot.found):
                naming = [i for i in self.unplaced("code") if self.gives(slot, i)]
                for index in naming[:1]:
                    self._put(index, slot)

    def _match_by_name(self) -> None:
        found: dict[str, None] = {}
        self._match_offers([replace(o, attached=frozenset()) for o in self.offers], "code", found)
        self._match_offers(self.offers, "code", found)
        # an answer that became text still defines its name
        texts = [c.source if c.kind == "markdown" else "" for c in self.submitted]
        if self._open_solutions("code"):
            self._match_offers([self.offers_of(text) for text in texts], "markdown", found)
        if found:
            names = ", ".join(slot.name for slot in self.slots if slot.name in found)
            self.remarks.append(f"{names}: found by the name that a cell defines.")

    def _match_offers(self, offered: list[Offers], kind: str, found: dict[str, None]) -> None:
        open_slots = self._open_solutions("code")
        for index in self.unplaced(kind) if open_slots else ():
            slot = next((s for s in open_slots if given(s, offered[index])), None)
            if slot is not None:
                self._put(index, slot)
                self.moved.add(index)
                found[slot.name] = None

    def _match_parts(self) -> None:
        """The parts of an answer that was cut in two and has lost its marks stand side by side."""
        open_slots = self._open_solutions("code")
        free = self.unplaced("code")
        for head, tail in pairwise(free if open_slots else ()):
            defined = self._together(head, tail)
            slot = next((s for s in open_slots if given(s, defined)), None)
            if slot is not None and head not in self.place:
                self._put(head, slot)
                self._put(tail, slot)
        free = self.unplaced("code")
        for slot in (s for s in self.slots if s.is_code_answer and s.found):
            first, last = slot.found[0], slot.found[-1]
            sides = ((first - 1, first, first - 1), (last, last + 1, last + 1))
            for head, tail, index in sides:
                if index in free and given(slot, self._together(head, tail)):
                    self._put(index, slot)

    def _together(self, head: int, tail: int) -> Offers:
        """What two cells offer as one, if they stand side by side and are none by themselves."""
        above, below = self.submitted[head].source, self.submitted[tail].source
        cut = below.lstrip("\n").startswith((" ", "\t")) or cells.parse(above) is None
        return self.offers_of(f"{above}\n{below}") if cut and tail == head + 1 else Offers()

    def _match_salvaged(self) -> None:
        """Cells that are no Python as a whole, by the names that parts of them define."""
        broken = [
            index
            for index, cell in enumerate(self.submitted)
            if cell.kind == "code" and cells.parse(cell.source) is None and self.readable(index)
        ]
        for index in broken:
            self.offers[index] = self.offers_of(self.readable(index))
        if broken:
            self._match_by_name()

    def readable(self, index: int) -> str:
        """A cell's source, or as much of it as can be read if as a whole it is no Python."""
        source = self.submitted[index].source
        if cells.parse(source) is not None:
            return source
        self.broken.add(index)
        return salvaged(source) if len(self.broken) <= SALVAGED else ""

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
