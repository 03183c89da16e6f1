"""Runs ``course`` commands on the bare section 02 in processes that can be killed at any moment.

As a module: ``Grader``. As a script: imports everything once, then forks for every line of its
input, so that a run costs what it does and not what it imports. A run is a session of its own.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from tests.kit.course import ROOT

SCRIPT = "tests.kit.grader"
WRITING = {
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.chmod",
    "sqlite3.connect",
}
USED = (  # by commands when they are called
    "nbjudge.autograde",
    "nbjudge.cli.classes",
    "nbjudge.cli.courses",
    "nbjudge.cli.progress",
    "nbjudge.gradebook.preprocessors",
    "nbjudge.pool.cluster",
    "nbjudge.report.report",
)
SQL = ("INSERT", "UPDATE", "DELETE", "CREATE")


@dataclass(frozen=True)
class Disturbance:
    """What happens to a run: killed at its n-th change of a file or table, or some seconds after
    its first student process began; ``alone``, or with all of its process group."""

    change: int | None = None
    seconds: float | None = None
    alone: bool = False
    judges: int = 0  # how many judges' processes are killed instead, as soon as they appear
    patience: int = 60  # seconds that a locked gradebook is waited for


@dataclass(frozen=True)
class Ending:
    """How a run ended: its exit code, negative for a signal, and what it printed."""

    code: int
    out: str
    err: str


class Grader:
    """The script as a process; its runs' temporary files go to ``temporary``."""

    def __init__(self, temporary: Path) -> None:
        environment = {**os.environ, "TMPDIR": str(temporary), "COLUMNS": "1000"}
        self.script = subprocess.Popen(
            [sys.executable, "-m", SCRIPT],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def run(self, *arguments: str | Path, disturbed: Disturbance | None = None) -> Ending:
        """One ``course`` command, to its end or to that of its process."""
        words = [*map(str, arguments)]
        assert self.script.stdin is not None
        assert self.script.stdout is not None
        print(
            json.dumps([words, asdict(disturbed or Disturbance())]),
            file=self.script.stdin,
            flush=True,
        )
        return Ending(**json.loads(self.script.stdout.readline()))

    def close(self) -> None:
        self.script.communicate()


def serve() -> None:
    """Run what the lines of standard input say, one by one."""
    for module in USED:
        importlib.import_module(module)

    from nbjudge.pool import graded
    from tests.kit.level import level
    from tests.kit.submissions import bare_course

    course = bare_course()
    os.chdir(course.root)
    graded.versions(course)  # remembered by the runs, as is what works here
    level()
    for line in sys.stdin:
        arguments, disturbance = json.loads(line)
        print(json.dumps(asdict(fork(arguments, Disturbance(**disturbance)))), flush=True)


def fork(arguments: list[str], disturbance: Disturbance) -> Ending:
    """Run one command in a fork."""
    said = [Path(os.environ["TMPDIR"]) / name for name in ("out", "err")]
    process = os.fork()
    if process == 0:
        os.setsid()
        atexit._clear()  # what this script will remove is not the run's to remove
        for number, path in enumerate(said, start=1):
            os.dup2(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC), number)
        sys.argv = ["course", *arguments]
        prepare(disturbance)
        from nbjudge.cli.app import main

        main()
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    with contextlib.suppress(ProcessLookupError):
        if not disturbance.alone:
            os.killpg(process, signal.SIGKILL)
    texts = [path.read_text(encoding="utf-8") for path in said]
    for path in said:
        path.unlink()
    return Ending(code, *texts)


def prepare(disturbance: Disturbance) -> None:
    """Lay the disturbance of this run in its way."""
    from nbjudge.gradebook import gradebook

    gradebook.PATIENCE = disturbance.patience

    def kill() -> None:
        if disturbance.alone:
            os.kill(os.getpid(), signal.SIGKILL)
        os.killpg(0, signal.SIGKILL)

    if disturbance.change is not None:
        at_change(disturbance.change, kill)
    if disturbance.seconds is not None:
        meanwhile(after_first_student, disturbance.seconds, kill)
    if disturbance.judges:
        meanwhile(kill_judges, disturbance.judges)


def meanwhile(function: Callable[..., None], *arguments: Any) -> None:
    """Call a function in a thread of its own."""
    threading.Thread(target=function, args=arguments, daemon=True).start()


def at_change(number: int, kill: Callable[[], None]) -> None:
    """Call ``kill`` at this process's change of that number to files or the gradebook."""
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    left = iter(range(number - 1, -1, -1))

    def changed() -> None:
        if next(left, 1) == 0:
            kill()

    def audit(name: str, arguments: tuple[Any, ...]) -> None:
        opened = name == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_ACCMODE
        if opened or name in WRITING:
            changed()

    def executed(*arguments: Any) -> None:
        if arguments[2].lstrip().upper().startswith(SQL):
            changed()

    sys.addaudithook(audit)
    event.listen(Engine, "after_cursor_execute", executed)
    event.listen(Engine, "commit", lambda _: changed())


def after_first_student(seconds: float, kill: Callable[[], None]) -> None:
    """Call ``kill`` some seconds after this process's first student process has begun."""
    while not any("boot.py" in words for words in descendants().values()):
        time.sleep(0.1)
    time.sleep(seconds)
    kill()


def kill_judges(count: int) -> None:
    """Kill this process's first judges, each as soon as it is seen."""
    killed: set[int] = set()
    while len(killed) < count:
        judges = {pid for pid, words in descendants().items() if "spawn_main" in words}
        for pid in judges - killed:
            os.kill(pid, signal.SIGKILL)
        killed |= judges
        time.sleep(0.05)


def descendants() -> dict[int, str]:
    """Command lines of this process's children and theirs."""
    found = {}
    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            found[child.pid] = " ".join(child.cmdline())
    return found


if __name__ == "__main__":
    serve()
