"""What answers did over the seeds, and what that says of the tests."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from nbjudge.judge.verdict import Verdict
from nbjudge.quality.bank import BankAnswer

TENTH = 0.1  # of an exercise: what an answer that knows nothing may earn


@dataclass
class Record:
    """What an answer did: how often each criterion was lost, and the most it earned."""

    answer: BankAnswer
    gradings: int = 0
    full: int = 0
    defects: int = 0
    lost: dict[str, int] = field(default_factory=dict)
    problem: str = ""
    failures: list[str] = field(default_factory=list)
    share: float = 0.0
    kept: list[str] = field(default_factory=list)

    @property
    def always_lost(self) -> set[str]:
        return {name for name, count in self.lost.items() if count == self.gradings}

    def enter(self, verdict: Verdict, where: str) -> None:
        """Count one verdict; ``where`` says on which seed, below which answers."""
        self.gradings += 1
        self.problem = self.problem or verdict.problem
        lost = [c.name for c in verdict.criteria if not c.passed]
        for name in lost:
            self.lost[name] = self.lost.get(name, 0) + 1
        if verdict.score == verdict.points:
            self.full += 1
        else:
            self.failures.append(f"{where}: {'; '.join(lost)}")
        if verdict.earned / verdict.points > self.share:
            self.share = verdict.earned / verdict.points
            self.kept = [c.name for c in verdict.criteria if c.passed]

    def withhold(self, problem: str) -> None:
        """Count one grading that ended in a fault of ours."""
        self.gradings += 1
        self.defects += 1
        self.problem = self.problem or problem


@dataclass
class Quality:
    """The tests' quality on one section, with the culprits by name.

    ``panel`` has, by exercise, what each answer that knows nothing earned on its best seed, as a
    share of the points; ``tried`` how often the right answers were graded, below how many styles.
    """

    section: str
    seeds: int
    right: int = 0
    wrong: int = 0
    styles: int = 0
    false_rejects: list[str] = field(default_factory=list)
    false_accepts: list[str] = field(default_factory=list)
    off_target: list[str] = field(default_factory=list)
    mutants: int = 0
    killed: int = 0
    equivalent: dict[str, str] = field(default_factory=dict)
    survivors: list[str] = field(default_factory=list)
    knowing_nothing: list[str] = field(default_factory=list)
    panel: dict[str, dict[str, float]] = field(default_factory=dict)
    tried: dict[str, dict[str, float]] = field(default_factory=dict)
    defects: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def passed(self) -> bool:
        """Nothing falsely accepted, rejected or paid, all on target, 95% of the mutants killed."""
        differing = self.mutants - len(self.equivalent)
        culprits = self.false_accepts, self.false_rejects, self.off_target, self.knowing_nothing
        sound = not any((*culprits, self.defects))
        return sound and self.killed >= 0.95 * differing

    def worst(self) -> dict[str, tuple[str, float]]:
        """By exercise the non-answer that earns most, and its share."""
        return {
            name: max(shares.items(), key=lambda item: item[1])
            for name, shares in self.panel.items()
        }


def book(record: Record, quality: Quality, reasons: dict[str, str]) -> None:
    """Enter one answer's record."""
    answer, label = record.answer, record.answer.label
    if record.defects:
        last = record.problem.strip().splitlines()[-1]
        quality.defects.append(f"{label}: withheld on {record.defects} seeds: {last}")
    if answer.kind == "right":
        quality.right += 1
        if record.failures:
            quality.false_rejects.append(rejected(record))
    elif answer.kind == "wrong":
        quality.wrong += 1
        if record.full:
            quality.false_accepts.append(f"{label}: full marks on {record.full} seeds")
        elif record.always_lost != answer.loses or set(record.lost) != answer.loses:
            lost = "; ".join(f"{k} ({v}/{record.gradings})" for k, v in record.lost.items())
            quality.off_target.append(f"{label}: loses {lost}")
    elif answer.kind == "nothing":
        book_nothing(record, quality, reasons)
    else:
        quality.mutants += 1
        if not record.full or record.failures or record.defects:
            quality.killed += 1  # one that is withheld earns nothing either
        elif label in reasons:
            quality.equivalent[label] = reasons[label]
        else:
            quality.survivors.append(label)


def book_nothing(record: Record, quality: Quality, reasons: dict[str, str]) -> None:
    """Enter what an answer earned that knows nothing, unless it is right for a known reason."""
    answer = record.answer
    if answer.label in reasons:
        return
    quality.panel.setdefault(answer.exercise, {})[answer.name] = round(record.share, 3)
    if record.share > TENTH:
        kept = "; ".join(record.kept)
        quality.knowing_nothing.append(f"{answer.label}: {record.share:.0%}, keeps {kept}")


def rejected(record: Record) -> str:
    """A false reject: how often, and the first grading that did it."""
    often = f"{len(record.failures)} of {record.gradings} gradings"
    return f"{record.answer.label}: lost points in {often}; {record.failures[0]} {record.problem}"
