"""What a submission takes is read from outside: nothing it says or patches changes that."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest

from nbjudge.confine.fork_server import ForkServers
from nbjudge.confine.levels import best
from nbjudge.confine.usage import usage
from nbjudge.exercise.exercise import Usage
from nbjudge.judge.kernel import StudentProcess

pytestmark = pytest.mark.slow

LYING_CLOCKS = """
import resource, time, psutil
time.process_time = time.perf_counter = time.time = lambda: 0.0
psutil.cpu_times = psutil.Process.cpu_times = psutil.Process.memory_info = None
resource.getrusage = resource.getrlimit = lambda *_: (0, 0)
"""
IN_A_GRANDCHILD = """
import os
if os.fork() == 0:
    if os.fork() == 0:
        {}
        import signal; signal.pause()
    os._exit(0)
os.wait()
time.sleep(1)
"""
MEGABYTE = 2**20


@pytest.fixture(scope="module")
def student(servers: ForkServers) -> Iterator[StudentProcess]:
    with StudentProcess(servers, best()) as process:
        assert process.execute(LYING_CLOCKS + "from time import sleep", 30).status == "ok"
        yield process


def taken(student: StudentProcess, source: str) -> Usage:
    """What a cell takes."""
    before = usage(student.pid)
    assert student.execute(source, 30).status == "ok"
    return usage(student.pid).since(before)


def test_time_is_the_processors(student):
    idle, busy = (taken(student, source) for source in ("sleep(1)", "sum(range(5 * 10**7))"))
    assert idle.seconds < 0.3 < busy.seconds


def test_memory_that_is_held(student):
    kept = taken(student, "kept = bytearray(b'1' * 100 * 2**20)")
    before = usage(student.pid)
    given_back = taken(student, "del kept")
    assert before.in_use - given_back.in_use > 90 * MEGABYTE
    assert kept.in_use >= before.in_use - MEGABYTE


def test_a_peak_is_seen_after_it_is_over(student):
    passing = taken(student, "len(b'1' * 200 * 2**20)")
    assert passing.peak > 190 * MEGABYTE
    assert taken(student, "len(b'1')").peak < 50 * MEGABYTE  # and not again


def test_what_descendants_take_counts(student):
    before = usage(student.pid)
    memory = "kept = bytearray(b'1' * 100 * 2**20)"
    after = taken(student, "import time\n" + IN_A_GRANDCHILD.format(memory))
    assert after.in_use - before.in_use > 90 * MEGABYTE


def test_nothing_is_used_by_what_has_ended():
    with subprocess.Popen(["true"]) as process:
        process.wait()
        assert usage(process.pid) == Usage()
