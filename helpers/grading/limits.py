"""What one process of a submission may use of the machine, by the system's own limits."""

from __future__ import annotations

import resource

GIGABYTE = 2**30
MEMORY = 4 * GIGABYTE  # of all processes of a submission together, which ``watch`` looks after
PROCESSES = 64
LIMITS = {
    resource.RLIMIT_AS: 16 * GIGABYTE,  # importing torch asks for addresses that it never uses
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_CPU: 1800,  # seconds
    resource.RLIMIT_DATA: MEMORY,
    resource.RLIMIT_FSIZE: GIGABYTE // 4,
    resource.RLIMIT_NOFILE: 1024,
}


def limit(processes: bool) -> None:
    """Bound this process and its children; the number of ``processes`` too, threads included.

    That one is counted by user, so it is of use only where a submission has a user of its own.
    """
    wanted = {**LIMITS, resource.RLIMIT_NPROC: 4 * PROCESSES} if processes else LIMITS
    for kind, most in wanted.items():
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))
    with open("/proc/self/oom_score_adj", "w") as file:  # if memory runs out, it goes first
        file.write("1000")
