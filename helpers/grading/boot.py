"""Starts the kernel of one student process: ``python -I boot.py -f connection.json``.

Runs from a staged folder that holds this file, the agent, the wire format and the student layer of
``helpers``. Whatever path led to the instructor's copy of the package is taken away first, so
``helpers.reference`` cannot be imported here even from an editable install. Where the kernel has
Landlock, the process then gives up its view of everything but Python, the stage and its scratch
folder; where it should and cannot, it does not start.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

STAGE = Path(__file__).resolve().parent
SYSTEM = (
    "/usr", "/lib", "/lib64", "/dev/random", "/dev/urandom", "/dev/zero", 
    "/sys/devices/system", "/sys/fs/cgroup",
    "/proc/self", "/proc/cpuinfo", "/proc/filesystems", "/proc/meminfo", "/proc/stat", "/proc/sys",
    "/etc/fonts", "/etc/hosts", "/etc/ld.so.cache", "/etc/localtime", "/etc/mime.types",
    "/etc/nsswitch.conf", "/etc/passwd",
)  # fmt: skip


def leave_only_python() -> None:
    """Keep installed packages and the student layer on the path, and nothing editable."""
    homes = (sys.prefix, sys.base_prefix)
    installed = [entry for entry in sys.path if entry.startswith(homes)]
    sys.path[:] = [str(STAGE / "layer"), *installed]
    sys.meta_path[:] = [f for f in sys.meta_path if "editable" not in type(f).__module__.lower()]


def leave_only_scratch() -> None:
    """Reach Python and this stage for reading, the scratch folder for writing, nothing else."""
    from course_agent import landlock

    python = [Path(sys.prefix), Path(sys.base_prefix)]
    scratch = [Path(os.environ["HOME"]), Path("/dev/null"), Path("/dev/shm")]
    landlock.limit()
    landlock.confine([*python, *map(Path, SYSTEM), STAGE], scratch)


def start() -> None:
    """Run an IPython kernel whose agent answers the judge."""
    from course_agent import agent
    from ipykernel.kernelapp import IPKernelApp

    sys.path.remove(str(STAGE))
    app = IPKernelApp.instance()
    app.initialize(sys.argv[1:])
    agent.register()
    app.start()


if __name__ == "__main__":
    leave_only_python()
    sys.path.insert(0, str(STAGE))
    if os.environ.pop("COURSE_ISOLATION") == "limited":
        leave_only_scratch()
    start()
