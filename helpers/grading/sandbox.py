"""The command that starts a student process: bubblewrap around it, or what comes nearest.

In the sandbox there is a network without a way out, no process but the submission's own, Python,
the stage, and memory to write to. One folder is shared with the judge, for the kernel's sockets.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from helpers.grading.stage import PACKAGE, stage

HOME = Path("/tmp")  # inside; a file system in memory
SOCKETS = Path("/run/sockets")  # inside
CONNECTION = Path("/run/connection.json")  # inside
SPACE = 2**28  # bytes that a submission may write to its files
SHARED_MEMORY = 2**26
USER = 61_000  # for student processes started by root; free by systemd's and Debian's conventions
ETC = ("alternatives", "fonts", "ld.so.cache", "localtime", "mime.types")


class Sandbox:
    """Where one student process lives: its folder on this machine, and what it sees of it."""

    def __init__(self, level: str, scratch: Path) -> None:
        self.level, self.scratch = level, scratch
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
        """What to run; the connection file must have been written."""
        python = [sys.executable, "-I", str(stage() / "boot.py")]
        if self.level != "confined":
            kernel = [*python, "-f", str(self.connection)]
            limited_root = self.level == "limited" and is_root()
            return [*self._without_privileges(), *kernel] if limited_root else kernel
        self._translate()
        inside = [*self._namespaces(), *python, "-f", str(CONNECTION)]
        if not is_root():
            return inside
        # root is bound by no limit on processes: an ordinary user makes the sandbox, in a view of
        # this machine in which every ordinary user may read what the sandbox is made of
        self._give_away()
        # the outer monitor, without capabilities, may not kill another user's process: a namespace
        # of processes ends with its first one, whoever runs in it
        view = [_tool("bwrap"), "--die-with-parent", "--unshare-pid",
                *self._view(), *_parents(self.scratch),
                "--bind", str(self.scratch), str(self.scratch),
                "--bind", "/proc", "/proc", "--dev", "/dev"]  # fmt: skip
        capabilities = [word for name in ("SETUID", "SETGID", "SETPCAP")
                        for word in ("--cap-add", f"CAP_{name}")]  # fmt: skip
        return [*view, *capabilities, "--", *self._without_privileges(), *inside]

    def environment(self) -> dict[str, str]:
        """The whole environment of the process: nothing of the instructor's."""
        home = self.home
        threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
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
            **dict.fromkeys(threads, "1"),
        }

    def _namespaces(self) -> list[str]:
        words = [_tool("bwrap"), "--unshare-user", "--unshare-all", "--disable-userns",
                 "--new-session", "--die-with-parent", "--cap-drop", "ALL", "--clearenv"]
        for name, value in self.environment().items():
            words += ["--setenv", name, value]
        return [*words, *self._view(), "--bind", str(self.sockets), str(SOCKETS),
                "--ro-bind", str(self.translated), str(CONNECTION),
                "--proc", "/proc", "--dev", "/dev",
                "--size", str(SHARED_MEMORY), "--tmpfs", "/dev/shm",
                "--remount-ro", "/dev", "--remount-ro", "/",
                "--chdir", str(HOME), "--"]  # fmt: skip

    def _view(self) -> list[str]:
        """What is mounted: the system's programs, Python, the stage, and memory."""
        words = []
        for path in map(Path, ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")):
            if path.is_symlink():
                words += ["--symlink", os.readlink(path), str(path)]
            elif path.is_dir():
                words += ["--ro-bind", str(path), str(path)]
        words += _folder(Path("/etc")) + _folder(SOCKETS.parent)
        for name in ETC:
            words += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
        words += ["--size", str(SPACE), "--perms", "1777", "--tmpfs", str(HOME)]
        shown = [Path(sys.base_prefix), Path(sys.prefix), stage()]
        for path in shown:
            words += [*_parents(path), "--ro-bind", str(path), str(path)]
        if any(PACKAGE.is_relative_to(path) for path in shown):
            words += ["--tmpfs", str(PACKAGE), "--remount-ro", str(PACKAGE)]
        return words

    def _without_privileges(self) -> list[str]:
        """Root gives up what makes it root, and its name where another user could run Python."""
        words = [_tool("setpriv"), "--inh-caps=-all", "--bounding-set=-all"]
        needed = (Path(sys.base_prefix), Path(sys.prefix), stage(), self.scratch.parent)
        if self.level == "confined" or all(map(_open_to_all, needed)):
            words += [f"--reuid={USER}", f"--regid={USER}", "--clear-groups"]
            self._give_away()
        return words

    def _translate(self) -> None:
        """Write the connection file with the sockets' place as it is called inside."""
        connection = json.loads(self.connection.read_text(encoding="utf-8"))
        inside = {**connection, "ip": str(SOCKETS / "kernel")}
        self.translated.write_text(json.dumps(inside), encoding="utf-8")

    def _give_away(self) -> None:
        for path in (self.scratch, *self.scratch.iterdir()):
            os.chown(path, USER, USER)


def is_root() -> bool:
    """Whether this is root of the machine, and not of a user namespace such as a container's."""
    everyone = ["0", "0", str(2**32 - 1)]
    return os.geteuid() == 0 and Path("/proc/self/uid_map").read_text().split() == everyone


def _tool(name: str) -> str:
    """Path of a program, or its bare name: then starting it says that it is missing."""
    return shutil.which(name) or name


def _parents(path: Path) -> list[str]:
    """Makes the folders above a mount."""
    above = [folder for folder in reversed(path.parents) if folder not in (Path("/"), HOME)]
    return [word for folder in above for word in _folder(folder)]


def _folder(path: Path) -> list[str]:
    """Makes a folder that everyone may enter, which those that bubblewrap makes are not."""
    return ["--perms", "0755", "--dir", str(path)]


def _open_to_all(path: Path) -> bool:
    """Whether every user may go to a folder and read it."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents))
