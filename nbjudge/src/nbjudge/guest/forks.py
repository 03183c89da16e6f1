"""The fork server: has the scientific stack in memory, and forks a kernel for each submission.

Runs in a sandbox, from the stage, and is asked through its standard input, a line of JSON each:
``{"start": "a1", "connection": {…}}`` and ``{"stop": "a1"}``. On its standard output it says
``"ready"`` once, and for every name that it started ``{"ended": "a1"}`` when nothing of it is left.

A submission has namespaces of its own, so that what one leaves is out of every other's reach::

    server ─ supervisor ─ first process (its end ends all) ─ kernel (confined, without powers)
"""

from __future__ import annotations

import importlib
import json
import os
import random
import selectors
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from . import namespaces
from .limits import SHARED_MEMORY, SPACE

HOME, SHARED, SOCKET_FOLDER = "/tmp", "/dev/shm", "/run/sockets"
LATER = {  # what packages import only when it is first used, which takes up to two seconds
    "matplotlib": (
        "contourpy",
        "PIL.BmpImagePlugin",
        "PIL.GifImagePlugin",
        "PIL.JpegImagePlugin",
        "PIL.PpmImagePlugin",
    ),
    "sklearn": ("sklearn.datasets.data", "sklearn.datasets.descr"),
    "torch": ("torch._dynamo",),
}
Kernel = Callable[[Path], None]


class Server:
    """Forks and ends submissions, by name, until its standard input ends."""

    def __init__(self, kernel: Kernel) -> None:
        self.kernel = kernel
        self.supervisors: dict[int, str] = {}  # submission by process
        self.received = b""

    def serve(self) -> None:
        """Answer until nobody asks any more."""
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        with selectors.DefaultSelector() as selector:
            selector.register(0, selectors.EVENT_READ)
            selector.register(reading, selectors.EVENT_READ)
            self.say("ready")
            while True:
                for key, _ in selector.select():
                    if key.fd == reading:
                        os.read(reading, 4096)
                        self.reap()
                    elif not self.listen():
                        return

    def listen(self) -> bool:
        """Do what has been asked; whether there may be more."""
        received = os.read(0, 65536)
        *lines, self.received = (self.received + received).split(b"\n")
        for line in lines:
            self.do(json.loads(line))
        return bool(received)

    def do(self, request: dict[str, Any]) -> None:
        if "start" in request:
            process = os.fork()
            if process == 0:
                alone(lambda: supervise(self.kernel, request))
            self.supervisors[process] = request["start"]
        for process, name in self.supervisors.items():
            if request.get("stop") == name:
                os.kill(process, signal.SIGTERM)

    def reap(self) -> None:
        """Say which submissions have ended."""
        while self.supervisors:
            process, _ = os.waitpid(-1, os.WNOHANG)
            if process == 0:
                return
            if process in self.supervisors:
                self.say({"ended": self.supervisors.pop(process)})

    @staticmethod
    def say(what: Any) -> None:
        os.write(1, json.dumps(what).encode() + b"\n")


def possible() -> bool:
    """Whether this system lets a fork have namespaces of its own, found out by doing it."""

    def inside() -> None:
        namespaces.mount_memory(HOME, SPACE)
        namespaces.mount_processes()
        os._exit(0)

    def around() -> None:
        namespaces.leave()
        first = os.fork()
        if first == 0:
            alone(inside)
        os._exit(os.waitpid(first, 0)[1] != 0)

    process = os.fork()
    if process == 0:
        alone(around)
    return os.waitpid(process, 0)[1] == 0


def alone(work: Callable[[], None]) -> None:
    """Do the work of a forked process, and end it whatever happens."""
    try:
        work()
    finally:
        os._exit(1)


def supervise(kernel: Kernel, request: dict[str, Any]) -> None:
    """The supervisor: outlives the submission's first process, and kills it when told to."""
    namespaces.end_with_parent()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    namespaces.leave()
    first = os.fork()
    if first == 0:
        alone(lambda: begin(kernel, request))
    signal.signal(signal.SIGTERM, lambda *_: os.kill(first, signal.SIGKILL))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
    os.waitpid(first, 0)  # returns when every process of the namespace is gone


def begin(kernel: Kernel, request: dict[str, Any]) -> None:
    """The first process: makes the place, starts the kernel, and reaps what it leaves behind."""
    namespaces.end_with_parent()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it has no handler, so nothing here can kill it
    namespaces.mount_memory(HOME, SPACE)
    namespaces.mount_memory(SHARED, SHARED_MEMORY)
    namespaces.mount_over(f"{SOCKET_FOLDER}/{request['start']}", SOCKET_FOLDER)
    namespaces.mount_processes()
    connection = Path(HOME) / "connection.json"
    connection.write_text(json.dumps(request["connection"]))
    child = os.fork()
    if child == 0:
        alone(lambda: live(kernel, connection))
    while os.wait()[0] != child:
        continue


def live(kernel: Kernel, connection: Path) -> None:
    """The kernel's process, as a newly started one would be."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    namespaces.drop_capabilities()
    fresh()
    kernel(connection)


def fresh() -> None:
    """Forget what forks must not have in common: random states, names of temporary files."""
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    tempfile.tempdir = None
    tempfile._name_sequence = None  # type: ignore[attr-defined]


def preload(modules: list[str]) -> None:
    """Import what submissions will; what cannot be imported is for them to find out."""
    later = [name for package in packages(modules) for name in LATER.get(package, ())]
    for name in [*modules, *later]:
        with suppress(Exception):
            importlib.import_module(name)


def packages(modules: Iterable[str]) -> set[str]:
    """The packages that modules are part of."""
    return {name.partition(".")[0] for name in modules}
