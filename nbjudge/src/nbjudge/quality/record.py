"""What answers did over the seeds, and what that says of the tests."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from nbjudge.judge.verdict import Verdict
from nbjudge.quality.bank import BankAnswer
from nbjudge.quality.styles import Style

TENTH = 0.1  # of an exercise: what an answer that knows nothing may earn


@dataclass(frozen=True)
class Loss:
    """One grading that took points: on which seed, below whose answers, and the criteria lost.

    ``clashes`` are names that two of those answers bind: with two students' cells in one notebook
    the later one would win.
    """

    answer: str
    seed: int
    below: str
    criteria: list[str]
    clashes: list[str]

    def __str__(self) -> str:
        clashes = f" (they bind the same names: {', '.join(self.clashes)})" if self.clashes else ""
        return f"seed {self.seed}, below {self.below}{clashes}: {'; '.join(self.criteria)}"


@dataclass
class Record:
    """What an answer did: how often each criterion was lost, and the most it earned."""

    answer: BankAnswer
    seeds: int
    styles: int = 1
    gradings: int = 0
    seconds: float = 0.0
    full: int = 0
    defects: int = 0
    lost: dict[str, int] = field(default_factory=dict)
    problem: str = ""
    losses: list[Loss] = field(default_factory=list)
    share: float = 0.0
    kept: list[str] = field(default_factory=list)

    @property
    def always_lost(self) -> set[str]:
        return {name for name, count in self.lost.items() if count == self.gradings}

    def enter(self, verdict: Verdict, seed: int, style: Style) -> None:
        """Count one verdict."""
        self.gradings += 1
        self.problem = self.problem or verdict.problem
        lost = [c.name for c in verdict.criteria if not c.passed]
        for name in lost:
            self.lost[name] = self.lost.get(name, 0) + 1
        if verdict.score == verdict.points:
            self.full += 1
        else:
            clashes = style.clashes(self.answer)
            self.losses.append(Loss(self.answer.label, seed, str(style), lost, clashes))
        if verdict.earned > self.share * verdict.points:
            self.share = verdict.earned / verdict.points
            self.kept = [c.name for c in verdict.criteria if c.passed]

    def withhold(self, problem: str) -> None:
        """Count one grading that ended in a fault of ours."""
        self.gradings += 1
        self.defects += 1
        self.problem = self.problem or problem


@dataclass
class Tried:
    """How often an exercise's right answers were graded, in how much processor time."""

    seeds: int
    styles: int
    answers: int = 0
    gradings: int = 0
    false_rejects: int = 0
    seconds: float = 0.0


@dataclass
class Quality:
    """The tests' quality on one section, with the culprits by name.

    ``panel`` has, by exercise, what each answer that knows nothing earned on its best seed, as a
    share of the points; ``tried`` how often its right answers were graded, and ``losses`` each
    grading that took points from one.
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
    tried: dict[str, Tried] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
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
        book_right(record, quality)
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
        if not record.full or record.losses or record.defects:
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


def book_right(record: Record, quality: Quality) -> None:
    """Enter how often a right answer was graded, and whether it ever lost anything."""
    quality.right += 1
    quality.styles = max(quality.styles, record.styles)
    tried = quality.tried.setdefault(record.answer.exercise, Tried(record.seeds, record.styles))
    tried.answers += 1
    tried.gradings += record.gradings
    tried.false_rejects += len(record.losses)
    tried.seconds = round(tried.seconds + record.seconds, 3)
    if record.losses:
        often = f"lost points in {len(record.losses)} of {record.gradings} gradings"
        first = f"{record.losses[0]} {record.problem}".strip()
        quality.false_rejects.append(f"{record.answer.label}: {often}; {first}")
        quality.losses += record.losses
