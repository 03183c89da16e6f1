"""A box to throw away: what runs in it reaches nothing of this machine, and ends with it.

bubblewrap gives it processes, IPC, users and a network of its own, a read-only view of the system,
Python and this repository, and memory to write to. Limits and a watch bound what it takes.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from helpers.grading.sandbox import is_root
from helpers.grading.sections import ROOT
from helpers.grading.watch import Watch

TIMEOUT = 120  # seconds
USER = 61_001  # for boxes made by root, whom no limit on processes binds
SPACE = 6 * 2**30  # bytes of /tmp; an attack that fills the disk needs nearly five
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")
ETC = ("alternatives", "fonts", "group", "ld.so.cache", "localtime", "mime.types", "passwd")
ESCAPES = """
import os, socket, sys
from pathlib import Path
pid, port, *folders = sys.argv[1:]
attempts = {
    "signals": lambda: os.kill(int(pid), 0),
    "the network": lambda: socket.create_connection(("127.0.0.1", int(port)), timeout=2),
    **{f"files in {folder}": Path(folder, "probe").touch for folder in folders},
}
for name, attempt in attempts.items():
    try:
        attempt()
        print(name)
    except OSError:
        continue
print("held" if os.getuid() else "root")
"""


class BoxError(Exception):
    """A box ended without a result; the text says how."""


def run(arguments: list[str], shown: Path) -> str:
    """What Python prints with these arguments in a box that shows the folder ``shown``.

    Raises ``BoxError`` if it fails, takes too much, or does not end.
    """
    with tempfile.TemporaryDirectory() as empty, subprocess.Popen(
        [*_command(shown), sys.executable, *arguments], env={}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace",
    ) as process:  # fmt: skip
        watch = Watch(process.pid, Path(empty))
        watch.start()
        try:
            out, error = process.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired as late:
            raise BoxError(f"It did not end within {TIMEOUT} seconds.") from late
        finally:
            process.kill()
            watch.stop()
    if watch.excess or process.returncode:
        failed = "Traceback" in error
        said = error.strip().splitlines()[-1] if failed else "It was killed."
        raise BoxError(watch.excess or said)
    return out


def probe(shown: Path) -> None:
    """Try harmless ways out of a box. Raises ``BoxError`` if there is one, or no box at all."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        arguments = [os.getpid(), server.getsockname()[1], ROOT, shown, "/usr", "/etc", "/"]
        said = run(["-c", ESCAPES, *map(str, arguments)], shown).split("\n")
    if said != ["held", ""]:
        raise BoxError(f"The box does not hold: {', '.join(filter(None, said))}.")


def _command(shown: Path) -> list[str]:
    """bubblewrap and its options; for root, started by an ordinary user."""
    view = _view(shown)
    inside = [_bwrap(), "--unshare-user", "--unshare-all", "--disable-userns", "--new-session",
              "--die-with-parent", "--cap-drop", "ALL", "--clearenv"]  # fmt: skip
    for name, value in _environment().items():
        inside += ["--setenv", name, value]
    inside += [*view, "--proc", "/proc", "--dev", "/dev", "--size", str(2**28),
               "--tmpfs", "/dev/shm", "--remount-ro", "/dev", "--remount-ro", "/",
               "--chdir", "/tmp", "--"]  # fmt: skip
    if not is_root():
        return inside
    # the outer monitor may not kill another user's process, but its namespace ends with it
    around = [_bwrap(), "--die-with-parent", "--unshare-pid", *view,
              "--bind", "/proc", "/proc", "--dev", "/dev"]  # fmt: skip
    for capability in ("SETUID", "SETGID", "SETPCAP"):
        around += ["--cap-add", f"CAP_{capability}"]
    return [*around, "--", shutil.which("setpriv") or "setpriv", f"--reuid={USER}",
            f"--regid={USER}", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all",
            *inside]  # fmt: skip


def _view(shown: Path) -> list[str]:
    """What is mounted: the system, Python and this repository, read-only, and memory."""
    words = []
    for path in map(Path, SYSTEM):
        if path.is_symlink():
            words += ["--symlink", os.readlink(path), str(path)]
        elif path.is_dir():
            words += ["--ro-bind", str(path), str(path)]
    words += [word for folder in ("/etc", "/home", "/run") for word in _folder(folder)]
    for name in ETC:
        words += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    for folder in ("/tmp", "/var/tmp"):
        words += [*_folder(str(Path(folder).parent)), "--size", str(SPACE), "--perms", "1777",
                  "--tmpfs", folder]  # fmt: skip
    for path in (Path(sys.base_prefix), Path(sys.prefix), ROOT, shown):
        above = [folder for folder in reversed(path.parents) if str(folder) not in ("/", "/tmp")]
        words += [word for folder in above for word in _folder(str(folder))]
        words += ["--ro-bind", str(path), str(path)]
    return words


def _folder(path: str) -> list[str]:
    """Makes a folder that everyone may enter."""
    return ["--perms", "0755", "--dir", path] if path != "/" else []


def _environment() -> dict[str, str]:
    threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    return {
        "HOME": "/tmp",
        "LANG": "C.UTF-8",
        "PATH": f"{Path(sys.executable).parent}:{os.defpath}",  # nbgrader calls alembic by name
        **dict.fromkeys(threads, "1"),
    }


def _bwrap() -> str:
    return shutil.which("bwrap") or "bwrap"
