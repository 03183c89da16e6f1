"""How far this machine can keep student code apart, found out by doing it.

Below ``confined`` there is less between a submission and what the instructor's account may do, so
that must be asked for by name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from nbjudge.errors import IsolationError
from nbjudge.guest import landlock

LEVELS = ("confined", "limited", "none")
MEANING = {
    "confined": "in a sandbox, without network, neighbours or files, and bounded in all it takes",
    "limited": "outside a sandbox, with files, system calls and resources limited",
    "none": "free to do what your own account may",
}
PROBE_SECONDS = 20
APPARMOR = Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
CLONE = Path("/proc/sys/kernel/unprivileged_userns_clone")


def best() -> str:
    """The best level that works here."""
    return next(level for level in LEVELS if not obstacle(level))


def require(level: str) -> str:
    """The level, if it works here. Raises ``IsolationError`` that says what to do instead."""
    if level not in LEVELS:
        raise IsolationError(f"There is no isolation {level!r}. There are: {', '.join(LEVELS)}.")
    if not obstacle(level):
        return level
    raise IsolationError(
        f"Student code cannot be {level} on this machine: {obstacle(level)}. {advice(level)} To "
        f"grade now, with less between student code and this machine, add --isolation {best()}."
    )


@cache
def obstacle(level: str) -> str:
    """Why a student process cannot be started so on this machine, or nothing if it can."""
    if level == "none":
        return ""
    if not sys.platform.startswith("linux"):
        return f"{sys.platform} has neither namespaces nor Landlock"
    if level == "limited" and not landlock.version():
        return "this Linux has no Landlock (5.13 or newer, switched on)"
    if level == "confined" and shutil.which("bwrap") is None:
        return "bubblewrap is not installed"
    from nbjudge.confine.sandbox import Sandbox
    from nbjudge.confine.stage import staged

    with (
        staged(fonts=False) as stage,
        tempfile.TemporaryDirectory(prefix="student-") as scratch,
    ):
        sandbox = Sandbox(level, Path(scratch), stage)
        sandbox.connection.write_text("{}")
        try:
            done = subprocess.run(
                [*sandbox.command(), "--probe"],
                env=sandbox.environment(),
                text=True,
                capture_output=True,
                timeout=PROBE_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
    lines = done.stderr.strip().splitlines() or ["it ended without a word"]
    return lines[-1] if done.returncode else ""


def advice(level: str) -> str:
    """One sentence: what to do so that a level that does not work here does."""
    if not sys.platform.startswith("linux"):
        return "Grade on Linux, for instance in a virtual machine, to have student code confined."
    if level == "limited":
        return "Start a Linux of 5.13 or newer with lsm=landlock among its boot options."
    if shutil.which("bwrap") is None:
        return "Install it: apt install bubblewrap, dnf install bubblewrap, or your system's way."
    if _says(APPARMOR, "1"):
        return (
            "Let bubblewrap make user namespaces: put the profile of docs/isolation.md into "
            "/etc/apparmor.d/bwrap and run apparmor_parser -r /etc/apparmor.d/bwrap."
        )
    if _says(CLONE, "0"):
        return "Allow user namespaces: sysctl kernel.unprivileged_userns_clone=1."
    if os.geteuid() == 0:
        return (
            "Inside a container, start it with user namespaces allowed (docker run "
            "--privileged, or a seccomp profile that permits unshare and mount)."
        )
    return "Ask for user namespaces to be allowed, or run as root, with bubblewrap 0.8 or newer."


def _says(path: Path, value: str) -> bool:
    try:
        return path.read_text().strip() == value
    except OSError:
        return False
