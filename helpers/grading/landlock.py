"""Takes a process's view of the file system and network away, by Linux's Landlock.

Without a privilege and for good: what a process and its children may open is named once, and the
rest of the machine is out of their reach (https://docs.kernel.org/userspace-api/landlock.html).
Signals and TCP go no further than the process's own kind, where the kernel is new enough.
"""

from __future__ import annotations

import ctypes
import os
import resource
from collections.abc import Iterable
from pathlib import Path

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
READ = 0b1101  # execute, read a file, list a folder
READ_ONE, WRITE_ONE = 0b0100, 0b0110 | 1 << 14  # of a file that is no folder
EVERYTHING = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
TCP, ELSEWHERE = 0b11, 0b11  # bind and connect; abstract sockets and signals
SIZES = {1: 8, 4: 16, 6: 24}  # of the ruleset's struct, by version
GIGABYTE = 2**30
LIMITS = {
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_DATA: 6 * GIGABYTE,
    resource.RLIMIT_FSIZE: GIGABYTE // 4,
    resource.RLIMIT_NOFILE: 1024,
}


class _Ruleset(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("files", "net", "scoped")]


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def version() -> int:
    """Version of Landlock that this kernel offers, 0 if none."""
    try:
        return max(0, ctypes.CDLL(None).syscall(CREATE_RULESET, None, 0, 1))
    except (OSError, AttributeError):
        return 0


def confine(readable: Iterable[Path], writable: Iterable[Path]) -> None:
    """Let this process read some places, write to some, and reach nothing else from now on.

    Raises ``OSError`` where the kernel refuses.
    """
    known = version()
    everything = EVERYTHING[max(v for v in EVERYTHING if v <= known)]
    rules = _Ruleset(everything, TCP if known >= 4 else 0, ELSEWHERE if known >= 6 else 0)
    size = SIZES[max(v for v in SIZES if v <= known)]
    ruleset = _call(CREATE_RULESET, ctypes.byref(rules), size, 0)
    for path in readable:
        _allow(ruleset, path, (READ if path.is_dir() else READ_ONE) & everything)
    for path in writable:
        _allow(ruleset, path, everything if path.is_dir() else WRITE_ONE & everything)
    if ctypes.CDLL(None, use_errno=True).prctl(38, 1, 0, 0, 0):  # no new privileges
        raise OSError(ctypes.get_errno(), "prctl")
    _call(RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def limit() -> None:
    """Bound what this process may use of the machine."""
    for kind, most in LIMITS.items():
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


def _allow(ruleset: int, path: Path, access: int) -> None:
    if not path.exists():
        return
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        _call(ADD_RULE, ruleset, 1, ctypes.byref(_PathBeneath(access, folder)), 0)
    finally:
        os.close(folder)


def _call(number: int, *arguments: object) -> int:
    result = ctypes.CDLL(None, use_errno=True).syscall(number, *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
