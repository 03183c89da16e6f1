"""Sets a student's answers into the released notebook, and nothing else that the file holds.

Whatever had to be repaired is said in a remark; a remark that starts with ``CHECK`` asks a human to
look.
"""

from __future__ import annotations

import copy
from typing import Any

import nbformat.v4 as nbf
from nbformat import NotebookNode

from nbjudge.intake.carrying import Carrying
from nbjudge.intake.matching import SALVAGED, UNDONE, Matching, Slot, given, plain
from nbjudge.intake.reading import CHECK, Submission
from nbjudge.notebook import cells
from nbjudge.notebook.salvage import runs, salvaged
from nbjudge.notebook.statements import additions, definitions

ELSEWHERE = "# answered in another cell"
RESET_LEFT_OUT = "%reset was left out: it would have cleared what other answers need."


PARTLY = f"{CHECK}An own cell is no Python as a whole; what can be read of it was run."


class Assembly:
    """One submission on its way into one released notebook."""

    def __init__(self, master: NotebookNode, submission: Submission) -> None:
        self.master = master
        self.matching = Matching(master, submission)
        self.submitted, self.slots = self.matching.submitted, self.matching.slots
        self.remarks = self.matching.remarks
        self.broken = 0  # own cells that are no Python

    def clean(self) -> NotebookNode:
        """The released notebook with the student's answers and own cells in it."""
        self.matching.match()
        self._note_edits()
        extras = self._extras()
        classes = self._classes(extras)
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
            for number, source in enumerate(additions(ours, self.submitted[index].source))
        ]
        if added:
            self.remarks.append(f"{slot.name}: what was added to this given cell was run too.")
        return added

    def _answer(self, slot: Slot) -> tuple[list[int], str, str]:
        """Cells to run before the answer, its source, and a status if there is none."""
        kind = slot.cell.cell_type
        tried = self.matching.tried(slot)
        brought = self.matching.brought(slot)
        if not tried or (brought and all(UNDONE in self.submitted[i].source for i in tried)):
            return [], *self._no_answer(slot)
        before, source = self._of(slot, tried)
        if brought:
            self.remarks.append(
                f"{CHECK}{slot.name} is in a class {slot.owner} of the student's too. "
                "The one in its cell counts."
            )
        if kind == "code":
            source = self._readable(slot, source + self._attached(slot, source))
        return before, source, ""

    def _of(self, slot: Slot, tried: list[int]) -> tuple[list[int], str]:
        """Of the cells of a slot that hold an attempt: those to run before, and the answer."""
        kind = slot.cell.cell_type
        if kind == "code" and any(self.submitted[i].kind != "code" for i in tried):
            self.remarks.append(f"{slot.name}: its cell had become text; it was run as code.")
        if any(
            i > tried[-1] and self.matching.gives(slot, i) for i in self.matching.unplaced("code")
        ):
            self.remarks.append(
                f"{CHECK}{slot.name} is defined again below, in a cell of the "
                "student's own. The one in its place counts."
            )
        sources = [self.submitted[i].source for i in tried]
        if len({plain(source) for source in sources}) == 1 or kind == "markdown":
            if len(tried) > 1:
                self.remarks.append(f"{slot.name}: copies of the cell were left out.")
            return [], sources[-1]
        gives = {i: self.matching.gives(slot, i) for i in tried}
        attempts = sum(slot.wanted <= names for names in gives.values())
        self.remarks.append(
            f"{CHECK}{slot.name} was answered {attempts} times; the last one counts."
            if attempts > 1
            else f"{slot.name}: spread over {len(tried)} cells, all of which were used."
        )
        joined = "\n".join(sources)
        whole = all(cells.parse(source) is not None for source in sources)
        if whole and slot.wanted <= gives[tried[-1]]:
            return tried[:-1], sources[-1]
        if cells.parse(joined) is not None:
            return [], joined
        last = next((i for i in reversed(tried) if gives[i]), tried[-1])
        return [i for i in tried if i != last], self.submitted[last].source

    def _readable(self, slot: Slot, source: str) -> str:
        """The answer, without what keeps it from being Python if it can be read without."""
        if runs(source):
            return source
        read = salvaged(source)
        if not given(slot, self.matching.offers_of(read)):
            return source
        self.remarks.append(
            f"{CHECK}{slot.name}: its cell is no Python as a whole; what can be read of it was run."
        )
        return read

    def _attached(self, slot: Slot, source: str) -> str:
        """Statements of other cells that make a method of the function that an answer defines."""
        if not slot.owner or slot.owner in source:
            return ""
        for index, offered in enumerate(self.matching.offers):
            if index not in slot.found and slot.wanted & offered.attached:
                self.remarks.append(f"{slot.name}: made a method in another cell, which was used.")
                wanted = slot.wanted & offered.attached
                return "\n\n" + definitions(self.submitted[index].source, wanted)
        return ""

    def _no_answer(self, slot: Slot) -> tuple[str, str]:
        if self.matching.brought(slot):
            self.remarks.append(f"{slot.name}: found in a class {slot.owner} of the student's.")
            return ELSEWHERE, ""
        place = self.matching.place
        others = [
            i
            for i in place
            if i not in slot.found and self.matching.gives(slot, i) and not self._is_ours(slot, i)
        ]
        if others:
            self.remarks.append(f"{slot.name}: found in a cell that holds something else too.")
            if min(self.slots.index(place[i]) for i in others) < self.slots.index(slot):
                return ELSEWHERE, ""
            return definitions(self.submitted[min(others)].source, slot.wanted), ""
        stubs = [i for i in slot.found if self.submitted[i].source.strip()]
        return slot.cell.source, "not_attempted" if stubs else "missing"

    def _is_ours(self, slot: Slot, index: int) -> bool:
        """Whether the cell that a submitted one stands for binds what a slot wants by itself."""
        other = self.matching.place[index]
        return not other.is_solution and bool(
            given(slot, self.matching.offers_of(other.cell.source))
        )

    def _classes(self, extras: dict[int, list[NotebookNode]]) -> dict[int, list[NotebookNode]]:
        """Classes that stand for given ones, with what they need, by the number of the cell that
        they follow."""
        found: dict[int, list[NotebookNode]] = {}
        carrying = Carrying(self.matching)
        for number, one in enumerate(self.matching.rewrites):
            after, needs = carrying.needs(one)
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
            source = self._part(cell.source)
        new: Any = nbf.new_code_cell if cell.kind == "code" else nbf.new_markdown_cell
        own: NotebookNode = new(
            self._runnable(source or cell.source, cell.kind), id=f"own-{index}{part}"
        )
        return own

    def _part(self, source: str) -> str:
        """What can be read of a cell of the student's own that is no Python as a whole."""
        self.broken += 1
        read = salvaged(source) if self.broken <= SALVAGED else ""
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
