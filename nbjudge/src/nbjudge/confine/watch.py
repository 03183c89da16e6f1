"""Keeps an eye on what a student process and its children take, and ends it all past a bound.

Limits of the system hold for one process at a time; this holds for a submission as a whole.
"""

from __future__ import annotations

import os
import signal
import stat
import threading
from collections.abc import Iterable
from pathlib import Path

import psutil

from nbjudge.confine.usage import family, resident
from nbjudge.guest.limits import MEMORY, PROCESSES

INTERVAL = 0.5  # seconds
RECEIVED = 2**31  # bytes by which the judge may grow while it listens
MOST_SOCKETS = 64


class Watch(threading.Thread):
    """Watches one student process until it is told to stop; ``excess`` says why it ended it."""

    def __init__(self, pid: int, sockets: Path) -> None:
        super().__init__(daemon=True)
        self.pid, self.sockets = pid, sockets
        self.excess = ""
        self._done = threading.Event()
        self._judge = psutil.Process()
        self._before = self._judge.memory_info().rss

    def run(self) -> None:
        """Look, twice a second, until all is over."""
        while not self._done.wait(INTERVAL):
            self.excess = self.look()
            if self.excess:
                os.kill(self.pid, signal.SIGKILL)
                return

    def look(self) -> str:
        """What is too much, in a sentence, or nothing."""
        processes = list(family(self.pid))
        if len(processes) > PROCESSES:
            return f"It ran more than {PROCESSES} processes at once."
        if resident(processes) > MEMORY and proportional(processes) > MEMORY:
            return f"It took more than {MEMORY // 2**30} GB of memory."
        if self._judge.memory_info().rss - self._before > RECEIVED:
            return "It sent more than the judge takes."
        if foreign(self.sockets):
            return "It wrote files where only the kernel's sockets belong."
        return ""

    def stop(self) -> None:
        """End the watch."""
        self._done.set()
        self.join()


def proportional(processes: Iterable[psutil.Process]) -> int:
    """Bytes of memory that processes hold; what they share is shared out. Slow to find out."""
    total = 0
    for process in processes:
        try:
            total += process.memory_full_info().pss
        except psutil.AccessDenied:  # a process may refuse to be looked at: it counts in full
            total += resident([process])
        except psutil.NoSuchProcess:
            continue
    return total


def foreign(sockets: Path) -> bool:
    """Whether the folder that is shared with the judge holds anything but a few sockets."""
    found = list(os.scandir(sockets))
    kinds = (stat.S_ISSOCK(entry.stat(follow_symlinks=False).st_mode) for entry in found)
    return len(found) > MOST_SOCKETS or not all(kinds)
