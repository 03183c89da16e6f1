"""What confinement adds to the start of a student process, level by level, in one run.

From nothing to the end of a first cell, in turns, so that a busy machine slows all levels alike.
"""

from __future__ import annotations

import statistics
from time import perf_counter

from nbjudge.confine.fork_server import ForkServers
from nbjudge.confine.levels import LEVELS, obstacle
from nbjudge.confine.stage import staged
from nbjudge.judge.kernel import StudentProcess
from tests.kit.course import COURSE

ROUNDS = 15


def seconds(servers: ForkServers, level: str) -> float:
    """From the decision to start a process to its first result."""
    began = perf_counter()
    with StudentProcess(servers, level) as process:
        assert process.execute("1 + 1", 20).status == "ok"
        return perf_counter() - began


def main() -> None:
    levels = [level for level in LEVELS if not obstacle(level)]
    with staged(COURSE.layer) as stage, ForkServers(stage) as servers:  # made once for a class
        for level in levels:
            seconds(servers, level)
        rounds = [{level: seconds(servers, level) for level in levels} for _ in range(ROUNDS)]
    print("level      first cell after   added to none   ratio to none")
    for level in levels:
        median = statistics.median(times[level] for times in rounds)
        added = statistics.median(times[level] - times["none"] for times in rounds)
        ratio = statistics.median(times[level] / times["none"] for times in rounds)
        print(f"{level:10s} {1000 * median:13.0f} ms {1000 * added:12.0f} ms {ratio:15.2f}")


if __name__ == "__main__":
    main()
