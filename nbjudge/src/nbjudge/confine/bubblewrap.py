"""Words for bubblewrap: what is mounted, which namespaces, and how root has an ordinary user in it.

(https://github.com/containers/bubblewrap)
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from nbjudge.guest.limits import SHARED_MEMORY

SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")


def is_root() -> bool:
    """Whether this is root of the machine, and not of a user namespace such as a container's."""
    everyone = ["0", "0", str(2**32 - 1)]
    return os.geteuid() == 0 and Path("/proc/self/uid_map").read_text().split() == everyone


def tool(name: str) -> str:
    """Path of a program, or its bare name: then starting it says that it is missing."""
    return shutil.which(name) or name


def folder(path: Path) -> list[str]:
    """Makes a folder that everyone may enter, which those that bubblewrap makes are not."""
    return ["--perms", "0755", "--dir", str(path)]


def parents(path: Path) -> list[str]:
    """Makes the folders above a mount; ``/tmp`` is memory and there before."""
    above = [place for place in reversed(path.parents) if place not in (Path("/"), Path("/tmp"))]
    return [word for place in above for word in folder(place)]


def memory(path: Path, size: int) -> list[str]:
    """A file system in memory of so many bytes, for everyone."""
    return ["--size", str(size), "--perms", "1777", "--tmpfs", str(path)]


def readable(paths: Iterable[Path]) -> list[str]:
    """Shows folders of this machine for reading, each in its own place."""
    return [word for path in paths for word in (*parents(path), "--ro-bind", str(path), str(path))]


def system(etc: Iterable[str]) -> list[str]:
    """Shows the system's programs and libraries, and these parts of ``/etc`` where they exist."""
    words = []
    for path in map(Path, SYSTEM):
        if path.is_symlink():
            words += ["--symlink", os.readlink(path), str(path)]
        elif path.is_dir():
            words += ["--ro-bind", str(path), str(path)]
    words += folder(Path("/etc"))
    for name in etc:
        words += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    return words


def confined(
    view: list[str], environment: dict[str, str], home: Path, namespaces: bool = False
) -> list[str]:
    """A sandbox with namespaces of its own, this view, this environment and nothing else.

    Whether more ``namespaces`` may be made in it is said. The command to run in it comes after.
    """
    words = [
        tool("bwrap"),
        "--unshare-user",
        "--unshare-all",
        "--new-session",
        "--die-with-parent",
        "--cap-drop",
        "ALL",
        "--clearenv",
    ]
    words += [] if namespaces else ["--disable-userns"]
    for name, value in environment.items():
        words += ["--setenv", name, value]
    return [
        *words,
        *view,
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        "--size",
        str(SHARED_MEMORY),
        "--tmpfs",
        "/dev/shm",
        "--remount-ro",
        "/dev",
        "--remount-ro",
        "/",
        "--chdir",
        str(home),
        "--",
    ]


def by_ordinary_user(view: list[str], user: int, command: list[str]) -> list[str]:
    """For root: the command, run by an ordinary user who may read all that is in the view.

    Root is bound by no limit on processes, so it must not be root who makes a sandbox.
    """
    # the outer monitor, without capabilities, may not kill another user's process: a namespace
    # of processes ends with its first one, whoever runs in it
    words = [
        tool("bwrap"),
        "--die-with-parent",
        "--unshare-pid",
        *view,
        "--bind",
        "/proc",
        "/proc",
        "--dev",
        "/dev",
    ]
    for capability in ("SETUID", "SETGID", "SETPCAP"):
        words += ["--cap-add", f"CAP_{capability}"]
    return [*words, "--", *without_privileges(user), *command]


def without_privileges(user: int | None = None) -> list[str]:
    """Gives up what makes root root, and its name too where there is a user to become."""
    words = [tool("setpriv"), "--inh-caps=-all", "--bounding-set=-all"]
    if user is not None:
        words += [f"--reuid={user}", f"--regid={user}", "--clear-groups"]
    return words
