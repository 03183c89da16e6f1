"""What a process and its descendants take of the machine, read from outside: not their own word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil

from nbjudge.exercise.exercise import Usage

PEAK = "VmHWM:"  # a line of /proc/<pid>/status, in kB
FORGET_PEAK = "5"  # to /proc/<pid>/clear_refs (https://man7.org/linux/man-pages/man5/proc.5.html)


def usage(pid: int | None = None) -> Usage:
    """What a process (this one by default) and its descendants used; peaks start anew.

    Where the system keeps no peaks, or keeps them to itself, a peak is what is in use now.
    """
    found = list(family(pid))
    in_use = resident(found)
    peak = sum(peak_of(process) for process in found)
    return Usage(sum(seconds_of(process) for process in found), in_use, max(in_use, peak))


def family(pid: int | None) -> Iterator[psutil.Process]:
    """A process and its descendants; nothing if it has ended."""
    with suppress(psutil.NoSuchProcess):
        first = psutil.Process(pid)
        yield first
        yield from first.children(recursive=True)


def resident(processes: Iterable[psutil.Process]) -> int:
    """Bytes of memory that processes hold, where what they share counts for each of them."""
    total = 0
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            total += process.memory_info().rss
    return total


def seconds_of(process: psutil.Process) -> float:
    """Processor time of a process and of its children that have ended."""
    with suppress(psutil.NoSuchProcess):
        return float(sum(process.cpu_times()[:4]))
    return 0.0


def peak_of(process: psutil.Process) -> int:
    """The most bytes a process had since this was asked last, as far as the system tells."""
    folder = Path("/proc") / str(process.pid)
    with suppress(OSError, StopIteration):
        lines = (folder / "status").read_text().splitlines()
        kilobytes = next(line.split()[1] for line in lines if line.startswith(PEAK))
        (folder / "clear_refs").write_text(FORGET_PEAK)
        return 1024 * int(kilobytes)
    return 0
