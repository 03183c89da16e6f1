"""Whether a process gets on, read from outside: its processor time, and whether it moves at all.

Time on the clock says more about the machine than about the code that runs on it. What counts is
processor time; a clock only tells that something has stood still for long.
"""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import psutil

from nbjudge.confine.usage import family, seconds_of

STILL_SECONDS = 30.0  # on the clock
LEAST_LOOKS = 20  # in that time: who hardly gets to look on a busy machine has seen nothing
LITTLE = 0.01  # of a processor
MOVING = "RD"  # states of a thread that runs, could run, or waits for a disk


@dataclass(frozen=True)
class Look:
    """What was seen at one moment: processor seconds so far, and whether nothing moved."""

    moment: float
    seconds: float
    asleep: bool


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
        look = Look(monotonic(), seconds, not any(moves(process) for process in processes))
        self.looks.append(look)
        while len(self.looks) > 2 and self.looks[1].moment < look.moment - STILL_SECONDS:
            self.looks.popleft()
        return look

    @property
    def still(self) -> bool:
        """Whether nothing has moved for ``STILL_SECONDS``."""
        first, last = self.looks[0], self.looks[-1]
        passed = last.moment - first.moment
        if passed < STILL_SECONDS or len(self.looks) < LEAST_LOOKS:
            return False
        asleep = sum(look.asleep for look in self.looks)
        return last.seconds - first.seconds < LITTLE * passed and asleep > 0.9 * len(self.looks)


def moves(process: psutil.Process) -> bool:
    """Whether any thread of a process runs, or would if it were its turn."""
    tasks = Path("/proc") / str(process.pid) / "task"
    if not tasks.parent.parent.joinpath("self").exists():  # no such file system here
        with suppress(psutil.NoSuchProcess):
            return bool(process.status() == psutil.STATUS_RUNNING)
        return False
    with suppress(OSError, IndexError):
        return any(state(task) in MOVING for task in tasks.iterdir())
    return False


def state(task: Path) -> str:
    """The state of one thread, a letter (https://man7.org/linux/man-pages/man5/proc.5.html)."""
    return (task / "stat").read_text(errors="replace").rpartition(")")[2].split()[0]
