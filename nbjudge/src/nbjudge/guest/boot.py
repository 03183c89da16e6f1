"""Starts the kernel of one student process: ``python -I boot.py -f connection.json``.

Runs from a staged folder that holds this file, this package and the course's student layer.
Whatever path led to the instructor's copy of the course is taken away first, so its reference
cannot be imported here even from an editable install. The process then gives up what it does not
need, whether or not a sandbox is around it; where it should and cannot, it does not start. With
``--probe`` it stops there: so one can ask what works.

``python -I boot.py --serve MODULE…`` imports these modules, and then forks such kernels on demand.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
from functools import cache
from pathlib import Path

STAGE = Path(__file__).resolve().parent
SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/dev/random",
    "/dev/urandom",
    "/dev/zero",
    "/sys/devices/system",
    "/sys/fs/cgroup",
    "/proc/self",
    "/proc/cpuinfo",
    "/proc/filesystems",
    "/proc/meminfo",
    "/proc/stat",
    "/proc/sys",
    "/etc/alternatives",
    "/etc/fonts",
    "/etc/hosts",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/mime.types",
    "/etc/nsswitch.conf",
    "/etc/passwd",
    "/run/connection.json",
)
INLINE = "module://matplotlib_inline.backend_inline"
KERNEL = (
    "nbjudge.guest.agent",
    "nbjudge.guest.landlock",
    "nbjudge.guest.seccomp",
    "nbjudge.guest.shell",
    "encodings.idna",
    "IPython.core.completerlib",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "ipykernel.debugger",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "sqlite3",
    "stack_data",
    "tornado.platform.asyncio",
    "tornado.queues",
)


def leave_only_python() -> None:
    """Keep installed packages and the student layer on the path, and nothing editable."""
    homes = (sys.prefix, sys.base_prefix)
    installed = [entry for entry in sys.path if entry.startswith(homes)]
    sys.path[:] = [str(STAGE / "layer"), *installed]
    sys.meta_path[:] = [f for f in sys.meta_path if "editable" not in type(f).__module__.lower()]


def give_up(level: str, home: Path) -> None:
    """Bound this process, and reach Python for reading, its home for writing, nothing else.

    Raises ``OSError`` where the system refuses.
    """
    from nbjudge.guest import landlock, limits, seccomp

    own_user = level == "confined" or os.getuid() != STAGE.stat().st_uid
    limits.limit(processes=own_user)
    if level == "none":
        return
    if level == "limited" or landlock.version():
        readable = [*map(Path, SYSTEM), STAGE]
        private = [Path("/dev/shm")] if level == "confined" else []
        landlock.confine(
            [
                *python_without_course(),
                *((path, landlock.READ) for path in readable),
                *((path, landlock.WRITE) for path in (home, Path("/dev/null"), *private)),
                (Path("/run/sockets"), landlock.SOCKETS_ONLY),
            ]
        )
    seccomp.refuse()


@cache
def python_without_course() -> list[tuple[Path, int]]:
    """What to allow of Python: all but copies of the course or of this package in it."""
    from nbjudge.guest.landlock import LIST, READ

    found = []
    hidden = (STAGE / "hidden").read_text().split()
    for root in {Path(sys.prefix), Path(sys.base_prefix)}:
        copies = {p for name in hidden for p in root.glob(f"lib*/python3*/*-packages/{name}")}
        above = {p for copy in copies for p in copy.parents if p.is_relative_to(root)}
        beside = {p for folder in above for p in folder.iterdir()} - above - copies
        found += [(path, LIST) for path in above] + [(path, READ) for path in beside or {root}]
    return found


def enter_home(home: Path) -> None:
    """Make the home a place to work in."""
    fonts = STAGE / "matplotlib"  # whose list of fonts would cost seconds to make
    if fonts.exists() and not (home / "matplotlib").exists():
        shutil.copytree(fonts, home / "matplotlib")
    (home / "work").mkdir(exist_ok=True)
    os.chdir(home / "work")


def start(arguments: list[str]) -> None:
    """Run an IPython kernel whose agent answers the judge."""
    from ipykernel.kernelapp import IPKernelApp

    from nbjudge.guest import agent, shell

    sys.path.remove(str(STAGE))
    sys.path.append("")  # files of the notebook's own; last, so that they replace nothing
    app = IPKernelApp.instance(kernel_class=shell.Kernel)
    app.initialize(arguments)
    agent.register()
    app.start()


def serve(level: str, home: Path, modules: list[str]) -> None:
    """Fork kernels on demand, with these modules in memory."""
    from nbjudge.guest import forks

    def kernel(connection: Path) -> None:
        give_up(level, home)
        enter_home(home)
        start(["-f", str(connection)])

    if not forks.possible():
        return
    enter_home(home)
    os.environ["MPLBACKEND"] = INLINE  # as a kernel has it, and matplotlib reads it only once
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # slow, and nobody is there to debug
    forks.preload([*KERNEL, *modules])
    python_without_course()
    gc.freeze()  # a collection in a fork would go through, and copy, all that is in memory here
    forks.Server(kernel).serve()


def main(level: str, home: Path, arguments: list[str]) -> None:
    """Serve, probe, or be one kernel."""
    if arguments[0] == "--serve":
        serve(level, home, arguments[1:])
        return
    give_up(level, home)
    if "--probe" not in arguments:
        enter_home(home)
        start(arguments)


if __name__ == "__main__":
    leave_only_python()
    sys.path.insert(0, str(STAGE))
    main(os.environ.pop("COURSE_ISOLATION"), Path(os.environ["HOME"]), sys.argv[1:])
