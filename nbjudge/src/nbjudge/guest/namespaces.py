"""Namespaces of Linux for one forked process: what bubblewrap does around a command.

For a process that is in a sandbox already, and cannot be started by a command since it has Python
and all its modules in memory (https://man7.org/linux/man-pages/man7/namespaces.7.html).
"""

from __future__ import annotations

import ctypes
import os
import signal

MOUNTS, HOST_NAME, IPC, USER, PROCESSES, NETWORK = (
    0x00020000,
    0x04000000,
    0x08000000,
    0x10000000,
    0x20000000,
    0x40000000,
)
NO_SET_USER_ID, NO_DEVICES, BIND = 2, 4, 4096
DIE_WITH_PARENT, DROP_FROM_BOUNDING_SET = 1, 24
CAPABILITIES_3, LAST_CAPABILITY = 0x20080522, 63


def leave() -> None:
    """Leave all namespaces for new ones; the next child is the first process of its own.

    Raises ``OSError`` where the system refuses.
    """
    user, group = os.getuid(), os.getgid()
    _call("unshare", MOUNTS | HOST_NAME | IPC | USER | PROCESSES | NETWORK)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{user} {user} 1")
    _write("/proc/self/gid_map", f"{group} {group} 1")


def mount_memory(path: str, size: int) -> None:
    """An empty file system of so many bytes in memory, for everyone.

    What is mounted below the path stays there.
    """
    with open("/proc/self/mountinfo") as table:
        mounted = sorted(line.split()[4] for line in table)
    below = [place for place in mounted if place.startswith(f"{path}/")]
    handles = {place: os.open(place, os.O_PATH) for place in below}
    _mount("tmpfs", path, "tmpfs", NO_SET_USER_ID | NO_DEVICES, f"size={size},mode=1777")
    for place, handle in handles.items():
        os.makedirs(place, exist_ok=True)
        mount_over(f"/proc/self/fd/{handle}", place)
        os.close(handle)


def mount_processes() -> None:
    """Have ``/proc`` show this namespace's processes."""
    _mount("proc", "/proc", "proc", NO_SET_USER_ID | NO_DEVICES)


def mount_over(source: str, path: str) -> None:
    """Show one folder in the place of another."""
    _mount(source, path, "", BIND)


def end_with_parent() -> None:
    """Have this process killed when its parent ends."""
    _call("prctl", DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)


def drop_capabilities() -> None:
    """Give up, for good, what the first process of a user namespace may do in it."""
    libc = ctypes.CDLL(None)
    for capability in range(LAST_CAPABILITY + 1):
        libc.prctl(DROP_FROM_BOUNDING_SET, capability, 0, 0, 0)  # refused above the last known one
    header = (ctypes.c_uint32 * 2)(CAPABILITIES_3, 0)
    _call("capset", header, (ctypes.c_uint32 * 6)())


def _mount(source: str, path: str, kind: str, flags: int, options: str = "") -> None:
    _call("mount", *(word.encode() for word in (source, path, kind)), flags, options.encode())


def _call(name: str, *arguments: object) -> None:
    if getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments):
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)
