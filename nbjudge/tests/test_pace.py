"""When a process counts as standing still, and that a slow or busy machine is no reason."""

import subprocess
import sys

import pytest

from nbjudge.confine.pace import STILL, WAITING, Look, Pace, rests

ASLEEP, RUNNABLE, STOPPED, AT_THE_DISK = (frozenset(letter) for letter in "SRTD")


def seen(seconds, share, states, every=0.2):
    """Looks over so many seconds at a process that uses this share of a processor.

    ``states`` are those of one look after the other, over and over.
    """
    moments = [n * every for n in range(int(seconds / every) + 2)]
    return [Look(t, share * t, states[n % len(states)]) for n, t in enumerate(moments)]


def still(looks):
    return any(rests(looks, rest) for rest in (STILL, WAITING))


@pytest.mark.parametrize(
    ("after", "share", "states"),
    [
        (30, 0.0, [ASLEEP]),
        (30, 0.005, [ASLEEP] * 19 + [RUNNABLE]),  # looks up now and then
        (30, 0.0, [STOPPED]),  # by itself
        (300, 0.04, [ASLEEP] * 19 + [RUNNABLE]),  # polls
    ],
)
def test_what_does_nothing_stands_still_after_a_while(after, share, states):
    assert not still(seen(after - 1, share, states))
    assert still(seen(after, share, states))


@pytest.mark.parametrize(
    ("share", "states"),
    [
        (0.001, [RUNNABLE]),  # never gets its turn
        (0.1, [STOPPED] * 9 + [RUNNABLE]),  # slowed down by stopping it nine tenths of the time
        (0.03, [STOPPED] * 29 + [RUNNABLE]),
        (0.3, [ASLEEP] * 4 + [RUNNABLE]),  # works and rests
        (0.0, [AT_THE_DISK]),
    ],
)
def test_a_slow_machine_is_not_standing_still(share, states):
    assert not still(seen(1000, share, states))


def test_who_hardly_got_to_look_has_seen_nothing():
    assert not still(seen(1000, 0.0, [ASLEEP], every=40))


def test_a_process_is_seen_at_work_and_asleep():
    code = "import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass\n"
    code += "print(flush=True)\ntime.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        pace = Pace(process.pid)
        process.stdout.readline()
        assert pace.look().seconds > 0.25
        while "R" in pace.look().states:
            pass
        assert pace.used < 1
        process.kill()
