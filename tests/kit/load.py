"""A machine that is busy, or slow: what must change no grade."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psutil

BUSY = 8  # processes
RUN, STAND = 0.01, 0.09  # seconds: a tenth of the speed


@contextmanager
def busy() -> Iterator[None]:
    """Many processes of normal priority that use all they get."""
    command = [sys.executable, "-c", "while True: pass"]
    neighbours = [subprocess.Popen(command) for _ in range(BUSY)]
    try:
        yield
    finally:
        for neighbour in neighbours:
            neighbour.kill()
            neighbour.wait()


@contextmanager
def a_tenth(pid: int | None = None) -> Iterator[None]:
    """All that descends from a process, this one by default, runs a tenth of the time."""
    done, first = threading.Event(), psutil.Process(pid)

    def send(number: signal.Signals) -> None:
        for process in first.children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                process.send_signal(number)

    def throttle() -> None:
        while not done.wait(RUN):
            send(signal.SIGSTOP)
            done.wait(STAND)
            send(signal.SIGCONT)

    thread = threading.Thread(target=throttle)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        send(signal.SIGCONT)


@contextmanager
def alone() -> Iterator[None]:
    """Nothing beside."""
    yield
