"""Whether a process gets on, read from outside: its processor time, and whether it moves at all.

Time on the clock says more about the machine than about the code that runs on it. What counts is
processor time; a clock only tells that something has stood still for long.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import psutil

from nbjudge.confine.usage import family, seconds_of

LEAST_LOOKS = 20  # in that time: who hardly gets to look on a busy machine has seen nothing
MOST = 0.9  # of the looks
LEEWAY = 1.0  # seconds that looks may lie apart


@dataclass(frozen=True)
class Rest:
    """What counts as not getting on: so long on the clock, hardly any processor time, and in most
    looks no thread in one of these states."""

    seconds: float
    share: float  # of a processor
    states: frozenset[str]


# runs, could run, waits for a disk, and is stopped, perhaps by who slows the machine down
RUNNING, READING, STOPPED = "R", "D", "T"
STILL = Rest(30.0, 0.01, frozenset(RUNNING + READING))
WAITING = Rest(300.0, 0.1, frozenset(RUNNING + READING + STOPPED))  # looks up from time to time


@dataclass(frozen=True)
class Look:
    """What was seen at one moment: processor seconds so far, and the states of all threads."""

    moment: float
    seconds: float
    states: frozenset[str]


class Pace:
    """Looks at a process and its descendants from time to time."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.looks: deque[Look] = deque()
        self.began = self.look().seconds

    @property
    def used(self) -> float:
        """Processor seconds from the beginning to the last look; those of the dead are unknown."""
        return max(look.seconds for look in self.looks) - self.began

    def look(self) -> Look:
        """Look once more."""
        processes = list(family(self.pid))
        seconds = sum(seconds_of(process) for process in processes)
        states = frozenset[str]().union(*map(states_of, processes))
        look = Look(monotonic(), seconds, states)
        self.looks.append(look)
        while len(self.looks) > 2 and self.looks[1].moment < look.moment - WAITING.seconds:
            self.looks.popleft()
        return look

    @property
    def still(self) -> bool:
        """Whether it does not get on."""
        return any(rests(self.looks, rest) for rest in (STILL, WAITING))


def rests(looks: Sequence[Look], rest: Rest) -> bool:
    """Whether what was seen lately is such a rest."""
    last = looks[-1]
    recent = [look for look in looks if look.moment >= last.moment - rest.seconds - LEEWAY]
    passed = last.moment - recent[0].moment
    if passed < rest.seconds or len(recent) < LEAST_LOOKS:
        return False
    resting = sum(not look.states & rest.states for look in recent)
    used = last.seconds - recent[0].seconds
    return used < rest.share * passed and resting > MOST * len(recent)


def states_of(process: psutil.Process) -> set[str]:
    """The states of a process's threads, letters as in proc(5); none if it has ended."""
    tasks = Path("/proc") / str(process.pid) / "task"
    if not tasks.parent.parent.joinpath("self").exists():  # no such file system here
        with suppress(psutil.NoSuchProcess):
            return {RUNNING} if process.status() == psutil.STATUS_RUNNING else set()
        return set()
    with suppress(OSError, IndexError):
        return {state(task) for task in tasks.iterdir()}
    return set()


def state(task: Path) -> str:
    """The state of one thread, a letter (https://man7.org/linux/man-pages/man5/proc.5.html)."""
    return (task / "stat").read_text(errors="replace").rpartition(")")[2].split()[0]
