"""A box to throw away: what runs in it reaches nothing of this machine, and ends with it.

bubblewrap gives it processes, IPC, users and a network of its own, a read-only view of the system,
Python and this repository, and memory to write to. Limits and a watch bound what it takes.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from nbjudge.confine import bubblewrap
from nbjudge.confine.sandbox import THREADS
from nbjudge.confine.watch import Watch
from tests.kit.course import ROOT

TIMEOUT = 120  # seconds
USER = 61_001  # for boxes made by root, whom no limit on processes binds
SPACE = 6 * 2**30  # bytes of /tmp; an attack that fills the disk needs nearly five
TMP = Path("/tmp")
ETC = ("alternatives", "fonts", "group", "ld.so.cache", "localtime", "mime.types", "passwd")
# without what jsonschema would make a grammar of web addresses with, for a second in every box
START = """
import sys
sys.modules["rfc3987_syntax"] = None
from benchmarks.hostile_stock import main
main()
"""
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
print("user" if os.getuid() else "root")
"""


class BoxError(Exception):
    """A box ended without a result; the text says how."""


def run(arguments: list[str], shown: Path) -> str:
    """What Python prints with these arguments in a box that shows the folder ``shown``.

    Raises ``BoxError`` if it fails, takes too much, or does not end.
    """
    with (
        tempfile.TemporaryDirectory() as empty,
        subprocess.Popen(
            [*_command(shown), sys.executable, *arguments],
            env={},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
        ) as process,
    ):
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
    if said != ["user", ""]:
        raise BoxError(f"The box does not hold: {', '.join(filter(None, said))}.")


def _command(shown: Path) -> list[str]:
    """bubblewrap and its options; for root, started by an ordinary user."""
    view = _view(shown)
    inside = bubblewrap.confined(view, _environment(), TMP)
    return bubblewrap.by_ordinary_user(view, USER, inside) if bubblewrap.is_root() else inside


def _view(shown: Path) -> list[str]:
    """What is mounted: the system, Python and this repository, read-only, and memory."""
    words = bubblewrap.system(ETC)
    for name in ("/home", "/run", "/var"):
        words += bubblewrap.folder(Path(name))
    words += [*bubblewrap.memory(TMP, SPACE), *bubblewrap.memory(Path("/var/tmp"), SPACE)]
    python = (Path(sys.base_prefix), Path(sys.prefix))
    return [*words, *bubblewrap.readable([*python, ROOT, shown])]


def _environment() -> dict[str, str]:
    return {
        "HOME": str(TMP),
        "LANG": "C.UTF-8",
        "PATH": f"{Path(sys.executable).parent}:{os.defpath}",  # nbgrader calls alembic by name
        "PYTHONPATH": str(ROOT),
        **dict.fromkeys(THREADS, "1"),
    }
