"""Takes a process's view of the file system and network away, by Linux's Landlock.

Without a privilege and for good: what a process and its children may open is named once, and the
rest of the machine is out of their reach (https://docs.kernel.org/userspace-api/landlock.html).
Signals and TCP go no further than the process's own kind, where the kernel is new enough.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
LIST = 1 << 3
READ = 0b101 | LIST  # execute, read a file, list a folder
SOCKETS_ONLY = LIST | 1 << 5 | 1 << 9  # remove a file, make a socket
WRITE = (1 << 16) - 1  # everything there is
OF_A_FILE = 0b111 | 0b11 << 14  # those that make sense for a file that is no folder
EVERYTHING = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
TCP, ELSEWHERE = 0b11, 0b11  # bind and connect; abstract sockets and signals
SIZES = {1: 8, 4: 16, 6: 24}  # of the ruleset's struct, by version


class _Ruleset(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("files", "net", "scoped")]


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def version() -> int:
    """Version of Landlock that this kernel offers, 0 if none."""
    try:
        return max(0, int(ctypes.CDLL(None).syscall(CREATE_RULESET, None, 0, 1)))
    except (OSError, AttributeError):
        return 0


def confine(allowed: Iterable[tuple[Path, int]]) -> None:
    """Let this process do at and below some places what is said there, and nothing elsewhere.

    Raises ``OSError`` where the kernel refuses.
    """
    known = version()
    everything = EVERYTHING[max(v for v in EVERYTHING if v <= known)]
    rules = _Ruleset(everything, TCP if known >= 4 else 0, ELSEWHERE if known >= 6 else 0)
    size = SIZES[max(v for v in SIZES if v <= known)]
    ruleset = _call(CREATE_RULESET, ctypes.byref(rules), size, 0)
    for path, access in allowed:
        _allow(ruleset, path, access & everything)
    if ctypes.CDLL(None, use_errno=True).prctl(38, 1, 0, 0, 0):  # no new privileges
        raise OSError(ctypes.get_errno(), "prctl")
    _call(RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _allow(ruleset: int, path: Path, access: int) -> None:
    if not path.exists():
        return
    if not path.is_dir():
        access &= OF_A_FILE
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        _call(ADD_RULE, ruleset, 1, ctypes.byref(_PathBeneath(access, folder)), 0)
    finally:
        os.close(folder)


def _call(number: int, *arguments: object) -> int:
    result: int = ctypes.CDLL(None, use_errno=True).syscall(number, *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
