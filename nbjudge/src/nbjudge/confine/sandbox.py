"""The command that starts student processes: bubblewrap around them, or what comes nearest.

In the sandbox there is a network without a way out, no process but the submission's own, Python,
the stage, and memory to write to. One folder is shared with the judge, for the kernel's sockets.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nbjudge.confine import bubblewrap
from nbjudge.confine.stage import Stage
from nbjudge.confine.threads import THREADS
from nbjudge.guest import forks
from nbjudge.guest.limits import SPACE

HOME = Path(forks.HOME)  # inside; a file system in memory
SOCKET_FOLDER = Path(forks.SOCKET_FOLDER)  # inside
CONNECTION = SOCKET_FOLDER.parent / "connection.json"  # inside
USER = 61_000  # for student processes started by root; free by systemd's and Debian's conventions
PYTHON = (sys.executable, "-I")
ETC = ("alternatives", "fonts", "ld.so.cache", "localtime", "mime.types")


class Sandbox:
    """Where student processes live: a folder on this machine, and what they see of it."""

    def __init__(self, level: str, scratch: Path, stage: Stage) -> None:
        self.level, self.scratch, self.stage = level, scratch, stage
        self.sockets = scratch / "sockets"  # as the judge sees them
        self.connection = scratch / "connection.json"
        self.translated = scratch / "translated.json"
        self.sockets.mkdir(mode=0o700)
        (scratch / "work").mkdir(mode=0o700)

    @property
    def home(self) -> Path:
        """The home folder as the student process sees it."""
        return HOME if self.level == "confined" else self.scratch

    def command(self) -> list[str]:
        """What starts one kernel; the connection file must have been written."""
        if self.level == "confined":
            self._translate()
            shown = ["--ro-bind", str(self.translated), str(CONNECTION)]
            return self._confined(shown, ["-f", str(CONNECTION)])
        kernel = [*PYTHON, str(self.stage.boot), "-f", str(self.connection)]
        limited_root = self.level == "limited" and bubblewrap.is_root()
        return [*self._without_privileges(), *kernel] if limited_root else kernel

    def server(self, modules: Iterable[str]) -> list[str]:
        """What starts a fork server with these modules in memory, in a sandbox."""
        return self._confined([], ["--serve", *modules], namespaces=True)

    def make_place(self, folder: Path) -> None:
        """Make a folder for the sockets of one kernel of the fork server."""
        folder.mkdir(mode=0o700)
        if bubblewrap.is_root():
            os.chown(folder, USER, USER)

    def _confined(
        self, shown: list[str], arguments: list[str], namespaces: bool = False
    ) -> list[str]:
        view = self._view()
        own = ["--bind", str(self.sockets), str(SOCKET_FOLDER), *shown]
        inside = bubblewrap.confined([*view, *own], self.environment(), HOME, namespaces)
        command = [*inside, *PYTHON, str(self.stage.boot), *arguments]
        if not bubblewrap.is_root():
            return command
        self._give_away()
        scratch = str(self.scratch)
        around = [*view, *bubblewrap.parents(self.scratch), "--bind", scratch, scratch]
        return bubblewrap.by_ordinary_user(around, USER, command)

    def environment(self) -> dict[str, str]:
        """The whole environment of the process: nothing of the instructor's."""
        home = self.home
        return {
            "COURSE_ISOLATION": self.level,
            "HOME": str(home),
            "IPYTHONDIR": str(home / "ipython"),
            "JOBLIB_MULTIPROCESSING": "0",  # it would warn where it cannot have semaphores
            "JUPYTER_RUNTIME_DIR": str(home),
            "LANG": "C.UTF-8",
            "MPLCONFIGDIR": str(home / "matplotlib"),
            "NBGRADER_EXECUTION": "autograde",
            "PATH": os.defpath,
            "TMPDIR": str(home),
            "USER": "student",
            **dict.fromkeys(THREADS, "1"),
        }

    def _view(self) -> list[str]:
        """What is mounted: the system's programs, Python, the stage, and memory."""
        shown = [Path(sys.base_prefix), Path(sys.prefix), self.stage.folder]
        words = [
            *bubblewrap.system(ETC),
            *bubblewrap.folder(SOCKET_FOLDER.parent),
            *bubblewrap.memory(HOME, SPACE),
            *bubblewrap.readable(shown),
        ]
        for package in self.stage.covered:
            if any(package.is_relative_to(path) for path in shown):
                words += ["--tmpfs", str(package), "--remount-ro", str(package)]
        return words

    def _without_privileges(self) -> list[str]:
        """Root gives up what makes it root, and its name where another user could run Python."""
        needed = (Path(sys.base_prefix), Path(sys.prefix), self.stage.folder, self.scratch.parent)
        if not all(map(_open_to_all, needed)):
            return bubblewrap.without_privileges()
        self._give_away()
        return bubblewrap.without_privileges(USER)

    def _translate(self) -> None:
        """Write the connection file that is shown inside."""
        connection = json.loads(self.connection.read_text(encoding="utf-8"))
        self.translated.write_text(json.dumps(as_seen_inside(connection)), encoding="utf-8")

    def _give_away(self) -> None:
        for path in (self.scratch, *self.scratch.iterdir()):
            os.chown(path, USER, USER)


def as_seen_inside(connection: dict[str, Any]) -> dict[str, Any]:
    """A connection file's content, with the sockets' place as it is called inside."""
    return {**connection, "ip": str(SOCKET_FOLDER / "kernel")}


def _open_to_all(path: Path) -> bool:
    """Whether every user may go to a folder and read it."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents))
