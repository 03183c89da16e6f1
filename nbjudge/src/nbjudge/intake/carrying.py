"""Where a class that stands for a given one is run, and what it takes along from where it stood."""

from __future__ import annotations

import builtins
from collections import Counter

from nbjudge.intake.classes import Rewrite
from nbjudge.intake.matching import Matching
from nbjudge.intake.reading import CHECK
from nbjudge.notebook.statements import Statement, needed, statements


class Carrying:
    """The student's own cells, out of which classes are carried up to the given ones."""

    def __init__(self, matching: Matching) -> None:
        self.matching = matching
        numbers = {id(slot): n for n, slot in enumerate(matching.slots)}
        self.after: list[
            int
        ] = []  # by submitted cell: the released cell that it stands in or after
        self.own = set(matching.unplaced("code"))
        for index in range(len(matching.submitted)):
            before = self.after[-1] if self.after else -1
            slot = matching.place.get(index)
            self.after.append(before if slot is None else numbers[id(slot)])
        self.carried: set[tuple[int, int]] = set()

    def needs(self, one: Rewrite) -> tuple[int, str]:
        """The number of the cell after which a class is run, and what must be run before it.

        That is the given cell, but for a class that needs something of later ones to be made.
        """
        shell = self.matching.shells[one.name]
        known = self._known(shell)
        typed_in = one.index in self.matching.slots[shell].found  # the rest of it is run anyway
        beside = set() if typed_in else {one.index}
        pool = [(one.index, one.statement)] + [
            (index, s)
            for index in sorted(self.own | beside)
            if index in beside or self.after[index] >= shell
            for s in statements(self.matching.submitted[index].source)
            if index in beside or s.provides - known
        ]
        among = [s for _, s in pool]
        found = [i for i in needed([0], among) if i]
        missed = self._missed(one, [among[i] for i in found], known)
        texts = []
        for i in found:
            mark = (pool[i][0], among[i].start)
            if mark not in self.carried:
                self.carried.add(mark)
                texts.append(among[i].text)
        return max(shell, self._binder(missed, shell)), "\n\n".join(texts)

    def _known(self, shell: int) -> set[str]:
        """Names that are bound where the given cell has run."""
        before = [slot.cell.source for slot in self.matching.slots[: shell + 1]]
        before += [self.matching.submitted[i].source for i in self.own if self.after[i] < shell]
        return set[str]().union(*(s.provides for source in before for s in statements(source)))

    def _missed(self, one: Rewrite, carried: list[Statement], known: set[str]) -> set[str]:
        """Names without which a class cannot be made, and which nothing before it binds."""
        bound = known.union({one.name}, dir(builtins), *(s.provides for s in carried))
        return one.statement.reads_at_once.union(*(s.reads_at_once for s in carried)) - bound

    def _binder(self, names: set[str], shell: int) -> int:
        """The number of the first cell after which these names are bound, or -1 if of none."""
        for number, slot in enumerate(self.matching.slots[shell + 1 :] if names else (), shell + 1):
            sources = [slot.cell.source, *(self.matching.submitted[i].source for i in slot.found)]
            names = names.difference(*(s.provides for text in sources for s in statements(text)))
            if not names:
                return number
        return -1

    def remarks(self) -> list[str]:
        """What to say of the classes that were carried."""
        said = []
        for name, shell in self.matching.shells.items():
            of = [one for one in self.matching.rewrites if one.name == name]
            twice = [m for m, n in Counter(m for one in of for m in one.methods).items() if n > 1]
            given = self.matching.slots[shell].name
            if of:
                where = "the given cell" if self._only_in(of, shell) else "a cell of their own"
                said.append(f"{given}: class {name} was written in {where}; it was run after ours.")
            if twice:
                said.append(
                    f"{CHECK}{', '.join(sorted(twice))} of class {name}: written more than once; "
                    "the last one counts."
                )
        return said

    def _only_in(self, of: list[Rewrite], shell: int) -> bool:
        slot = self.matching.slots[shell]
        return all(one.index in slot.found for one in of)
