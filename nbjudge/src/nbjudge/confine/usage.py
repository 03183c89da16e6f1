"""What a process and its descendants take of the machine, read from outside: not their own word."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil

from nbjudge.exercise.exercise import Usage
from nbjudge.guest.limits import SHARED_MEMORY, SPACE

PEAK = "VmHWM:"  # a line of /proc/<pid>/status, in kB
FORGET_PEAK = "5"  # to /proc/<pid>/clear_refs (https://man7.org/linux/man-pages/man5/proc.5.html)
IN_MEMORY = {"/tmp": SPACE, "/dev/shm": SHARED_MEMORY}  # file systems, and how large they are
BUFFER = 2**20  # bytes that may wait in one pipe or socket


def usage(pid: int | None = None, files: Path | None = None) -> Usage:
    """What a process (this one by default) and its descendants used; peaks start anew.

    Memory is what they hold, and what they keep outside of themselves: in files (where a folder
    ``files`` is theirs alone, or their file systems are in memory), in pipes and in sockets.
    Where the system keeps no peaks, or keeps them to itself, a peak is what is in use now.
    """
    found = list(family(pid))
    in_use, outside = resident(found), elsewhere(found, files)
    peak = sum(peak_of(process) for process in found)
    seconds = sum(seconds_of(process) for process in found)
    return Usage(seconds, in_use + outside, max(in_use, peak) + outside)


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


def elsewhere(processes: Iterable[psutil.Process], files: Path | None) -> int:
    """Bytes that processes keep in files, and may keep in pipes and sockets."""
    held: dict[str, int] = {}
    for process in processes:
        root = Path("/proc") / str(process.pid)
        held |= descriptors(root / "fd") | file_systems(root / "root")
    own = sum(size_of(path) for path in files.rglob("*")) if files else 0
    return own + sum(held.values())


def descriptors(folder: Path) -> dict[str, int]:
    """Bytes behind what a process has open, by what it is; what cannot be seen is left out."""
    held = {}
    with suppress(OSError):
        for entry in folder.iterdir():
            with suppress(OSError):
                target = os.readlink(entry)
                if target.startswith(("pipe:", "socket:")):
                    held[target] = BUFFER
                elif target.startswith("/memfd:") or target.endswith(" (deleted)"):
                    status = entry.stat()
                    held[f"{status.st_dev}:{status.st_ino}"] = status.st_blocks * 512
    return held


def file_systems(root: Path) -> dict[str, int]:
    """Bytes in the file systems in memory that were made for a student's processes."""
    held = {}
    for place, size in IN_MEMORY.items():
        with suppress(OSError):
            path = root / place.lstrip("/")
            found, device = os.statvfs(path), path.stat().st_dev
            if found.f_blocks * found.f_frsize == size:
                held[f"{device}:"] = (found.f_blocks - found.f_bfree) * found.f_frsize
    return held


def size_of(path: Path) -> int:
    """Bytes of an ordinary file."""
    with suppress(OSError):
        status = path.lstat()
        return status.st_blocks * 512 if stat.S_ISREG(status.st_mode) else 0
    return 0


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
