"""Where the answer of a solution cell stands, and what is run for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nbjudge.intake.carrying import Carrying
from nbjudge.intake.matching import UNDONE, Matching, Slot, given, plain
from nbjudge.intake.reading import CHECK
from nbjudge.notebook import cells
from nbjudge.notebook.salvage import runs, salvaged
from nbjudge.notebook.statements import definitions, statements

ELSEWHERE = "# answered in another cell"


@dataclass(frozen=True)
class Answer:
    """What is run in the place of a solution cell, and before it.

    ``index`` is the submitted cell that it comes from; ``before`` are submitted cells, ``needs``
    statements of others. Where there is no answer, ``status`` says so.
    """

    source: str
    index: int = -1
    before: tuple[int, ...] = ()
    needs: str = ""
    status: str = ""


class Answers:
    """Finds the answers of one submission, and adds what was repaired to its remarks."""

    def __init__(self, matching: Matching, carrying: Carrying) -> None:
        self.matching, self.carrying = matching, carrying
        self.submitted, self.remarks = matching.submitted, matching.remarks

    def of(self, slot: Slot) -> Answer:
        """The answer of a solution cell."""
        tried = self.matching.tried(slot)
        brought = self.matching.brought(slot)
        if not tried or (brought and all(UNDONE in self.submitted[i].source for i in tried)):
            return self._elsewhere(slot)
        answer = self._among(slot, tried)
        if brought:
            self.remarks.append(
                f"{CHECK}{slot.name} is in a class {slot.owner} of the student's too. "
                "The one in its cell counts."
            )
        if slot.cell.cell_type != "code":
            return answer
        source = self._readable(slot, answer.source + self._attached(slot, answer.source))
        moved = answer.index in self.matching.moved
        needs = self.carrying.along(slot, answer.index, source) if moved else ""
        return replace(answer, source=source, needs=needs)

    def _among(self, slot: Slot, tried: list[int]) -> Answer:
        """The answer in the cells of a slot that hold an attempt."""
        kind = slot.cell.cell_type
        if kind == "code" and any(self.submitted[i].kind != "code" for i in tried):
            self.remarks.append(f"{slot.name}: its cell had become text; it was run as code.")
        if any(
            self._again(slot, tried, i) for i in self.matching.unplaced("code") if i > tried[-1]
        ):
            self.remarks.append(
                f"{CHECK}{slot.name} is defined again below, in a cell of the "
                "student's own. The one in its place counts."
            )
        sources = [self.submitted[i].source for i in tried]
        if len({plain(source) for source in sources}) == 1 or kind == "markdown":
            if len(tried) > 1:
                self.remarks.append(f"{slot.name}: copies of the cell were left out.")
            return Answer(sources[-1], tried[-1])
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
            return Answer(sources[-1], tried[-1], tuple(tried[:-1]))
        if cells.parse(joined) is not None:
            return Answer(joined, tried[-1])
        last = next((i for i in reversed(tried) if gives[i]), tried[-1])
        return Answer(self.submitted[last].source, last, tuple(i for i in tried if i != last))

    def _again(self, slot: Slot, tried: list[int], index: int) -> bool:
        """Whether a cell defines an answer once more, and does not just make it a method."""
        offered = self.matching.offers[index]
        made = any(reads(self.submitted[i].source, slot.owner) for i in tried)
        return bool(given(slot, offered if made else replace(offered, attached=frozenset())))

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
        """What makes a method of the function that an answer defines, if another cell does so."""
        bare = slot.wanted & self.matching.offers_of(source).functions
        if not slot.owner or not bare or reads(source, slot.owner):
            return ""
        if not any(bare & offered.attached for offered in self.matching.offers):
            return ""
        self.remarks.append(f"{slot.name}: made a method of {slot.owner} as another cell does.")
        return "".join(f"\n\n{slot.owner}.{name} = {name}" for name in sorted(bare))

    def _elsewhere(self, slot: Slot) -> Answer:
        """The answer of a slot without an attempt, in a class or in a cell with something else."""
        if self.matching.brought(slot):
            self.remarks.append(f"{slot.name}: found in a class {slot.owner} of the student's.")
            return Answer(ELSEWHERE)
        place, slots = self.matching.place, self.matching.slots
        others = [
            i
            for i in place
            if i not in slot.found and self.matching.gives(slot, i) and not self._is_ours(slot, i)
        ]
        if others:
            self.remarks.append(f"{slot.name}: found in a cell that holds something else too.")
            if min(slots.index(place[i]) for i in others) < slots.index(slot):
                return Answer(ELSEWHERE)
            index = min(others)
            source = definitions(self.matching.readable(index), slot.wanted)
            return Answer(source, index, needs=self.carrying.along(slot, index, source))
        stubs = [i for i in slot.found if self.submitted[i].source.strip()]
        return Answer(slot.cell.source, status="not_attempted" if stubs else "missing")

    def _is_ours(self, slot: Slot, index: int) -> bool:
        """Whether the cell that a submitted one stands for binds what a slot wants by itself."""
        other = self.matching.place[index]
        return not other.is_solution and bool(
            given(slot, self.matching.offers_of(other.cell.source))
        )


def reads(source: str, name: str) -> bool:
    """Whether a cell reads a name of the notebook."""
    return any(name in statement.reads for statement in statements(source))
