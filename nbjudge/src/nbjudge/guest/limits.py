"""What one process of a submission may use of the machine, by the system's own limits."""

from __future__ import annotations

import resource
import sys

GIGABYTE = 2**30
MEMORY = 4 * GIGABYTE  # of all processes of a submission together, which ``watch`` looks after
PROCESSES = 64
SPACE = 2**28  # bytes that a submission may write to its files
SHARED_MEMORY = 2**26  # bytes of /dev/shm
LIMITS = {
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_CPU: 1800,  # seconds
    resource.RLIMIT_FSIZE: GIGABYTE // 4,
    resource.RLIMIT_NOFILE: 1024,
}
ON_LINUX = {
    resource.RLIMIT_AS: 16 * GIGABYTE,  # importing torch asks for addresses that it never uses
    resource.RLIMIT_DATA: MEMORY,
}


def limit(processes: bool) -> None:
    """Bound this process and its children; the number of ``processes`` too, threads included.

    That one is counted by user, so it is of use only where a submission has a user of its own.
    """
    linux = sys.platform.startswith("linux")
    wanted = LIMITS | (ON_LINUX if linux else {})
    wanted |= {resource.RLIMIT_NPROC: 4 * PROCESSES} if processes else {}
    for kind, most in wanted.items():
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))
    if linux:
        with open("/proc/self/oom_score_adj", "w") as file:  # if memory runs out, it goes first
            file.write("1000")
