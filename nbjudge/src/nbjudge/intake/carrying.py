"""What is run further up than it stood, and what it takes along from the student's own cells."""

from __future__ import annotations

import builtins
from collections import Counter
from collections.abc import Iterable, Sequence

from nbjudge.intake.classes import Rewrite, class_nodes
from nbjudge.intake.matching import Matching, Slot
from nbjudge.intake.reading import CHECK
from nbjudge.notebook.statements import Statement, needed, statements


class Carrying:
    """The student's own cells, from which answers and classes take along what they need."""

    def __init__(self, matching: Matching) -> None:
        self.matching = matching
        self.numbers = {id(slot): n for n, slot in enumerate(matching.slots)}
        self.after: list[
            int
        ] = []  # of every submitted cell, the released one it stands in or after
        for index in range(len(matching.submitted)):
            before = self.after[-1] if self.after else -1
            slot = matching.place.get(index)
            self.after.append(before if slot is None else self.numbers[id(slot)])
        self.own = matching.unplaced("code")
        self.bound: dict[tuple[int, int], set[str]] = {}
        self.carried: dict[tuple[int, int], int] = {}  # cell and place of a statement → where to

    def along(self, slot: Slot, index: int, source: str) -> str:
        """What an answer that was moved to a slot needs of own cells that are run after it."""
        number = self.numbers[id(slot)]
        pool = self._own_statements(number, self._bound(number, number), {index})
        return self._text(pool, needs_of(statements(source), pool), number)

    def place(self, one: Rewrite) -> tuple[int, str]:
        """The number of the released cell after which a class is run, and what before it.

        That is the given cell, but for a class that needs something of later ones to be made.
        """
        shell = self.matching.shells[one.name]
        known = self._bound(shell + 1, shell)
        pool = self._own_statements(shell, known, {one.index})
        if one.index not in self.matching.slots[shell].found:  # where the rest is run anyway
            source = self.matching.submitted[one.index].source
            pool += [(one.index, s) for s in statements(source)]
            pool.sort(key=lambda item: (item[0], item[1].start))
        chosen = needs_of([one.statement], pool)
        carried = [pool[i][1] for i in chosen]
        bound = known.union({one.name}, dir(builtins), *(s.provides for s in carried))
        missed = one.statement.reads_at_once.union(*(s.reads_at_once for s in carried)) - bound
        return max(shell, self._binder(missed, shell)), self._text(pool, chosen, shell)

    def _own_statements(
        self, number: int, known: set[str], but: set[int]
    ) -> list[tuple[int, Statement]]:
        """The statements of own cells that are run after a released one, but for what is known."""
        later = [i for i in self.own if self.after[i] >= number and i not in but]
        found = [(i, s) for i in later for s in statements(self.matching.submitted[i].source)]
        return [(i, s) for i, s in found if s.alters or s.provides - known]

    def _text(self, pool: Sequence[tuple[int, Statement]], chosen: list[int], number: int) -> str:
        """The chosen statements, but for those that are run further up already."""
        texts = []
        for index, statement in (pool[i] for i in chosen):
            mark = (index, statement.start)
            if self.carried.get(mark, number + 1) > number:
                self.carried[mark] = number
                texts.append(statement.text)
        return "\n\n".join(texts)

    def _bound(self, given: int, own: int) -> set[str]:
        """Names that released cells below one number bind, and own cells below another."""
        if (given, own) not in self.bound:
            sources = [text for n in range(given) for text in self._sources(n)]
            sources += [self.matching.submitted[i].source for i in self.own if self.after[i] < own]
            self.bound[given, own] = bound_in(sources)
        return self.bound[given, own]

    def _sources(self, number: int) -> list[str]:
        slot = self.matching.slots[number]
        return [slot.cell.source, *(self.matching.submitted[i].source for i in slot.found)]

    def _binder(self, names: set[str], shell: int) -> int:
        """The number of the first cell after which these names are bound, or -1 if of none."""
        for number in range(shell + 1, len(self.matching.slots)) if names else ():
            names = names - bound_in(self._sources(number))
            if not names:
                return number
        return -1

    def remarks(self) -> list[str]:
        """What to say of the classes that were moved."""
        said = []
        for name, shell in self.matching.shells.items():
            of = [one for one in self.matching.rewrites if one.name == name]
            defining = [one for one in of if class_nodes(one.statement.node, one.called)]
            times = Counter(method for one in defining for method in one.methods)
            twice = sorted(method for method, n in times.items() if n > 1)
            given = self.matching.slots[shell].name
            if of:
                said.append(f"{given}: the student's own class {name} was run on top of ours.")
            if twice:
                said.append(
                    f"{CHECK}{', '.join(twice)} of class {name}: written more than once; "
                    "the last one counts."
                )
        return said


def needs_of(moved: Sequence[Statement], pool: Sequence[tuple[int, Statement]]) -> list[int]:
    """Which statements of a pool these need, by their numbers in it."""
    among = [*moved, *(s for _, s in pool)]
    own = {*range(len(moved))}
    return [i - len(moved) for i in needed(own, among) if i not in own]


def bound_in(sources: Iterable[str]) -> set[str]:
    """Names that cells bind."""
    return set[str]().union(*(s.provides for text in sources for s in statements(text)))
