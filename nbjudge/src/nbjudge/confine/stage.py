"""What a student process may see of this package: the student layer, the agent, nothing else."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import helpers

PACKAGE = Path(helpers.__file__).parent
INSTRUCTOR_ONLY = ("reference", "grading", "__pycache__")
AGENT_FILES = ("agent.py", "forks.py", "landlock.py", "limits.py", "namespaces.py", "seccomp.py",
               "wire.py")  # fmt: skip


def copy_student_layer(folder: Path) -> Path:
    """Copy the first layer of ``helpers`` to ``folder/helpers`` and return that path."""
    ignore = shutil.ignore_patterns("__pycache__")

    def leave_out(directory: str, names: list[str]) -> set[str]:
        hidden = set(INSTRUCTOR_ONLY) if Path(directory) == PACKAGE else set()
        return hidden | set(ignore(directory, names))

    return Path(shutil.copytree(PACKAGE, folder / "helpers", ignore=leave_out))


_adopted: list[Path] = []


def adopt(folder: Path) -> None:
    """Use another process's stage in this one."""
    _adopted.append(folder)


@cache
def stage() -> Path:
    """A folder for this process's student kernels to start from; removed when it ends."""
    if _adopted:
        return _adopted[-1]
    folder = Path(tempfile.mkdtemp(prefix="course-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    copy_student_layer(folder / "layer")
    shutil.copy(PACKAGE / "grading" / "boot.py", folder)
    agent = folder / "course_agent"
    agent.mkdir()
    for name in AGENT_FILES:
        shutil.copy(PACKAGE / "grading" / name, agent)
    warm_fonts(folder / "matplotlib")
    folder.chmod(0o755)  # nothing in it is secret, and another user may run it
    return folder


def warm_fonts(folder: Path) -> None:
    """Have matplotlib's list of fonts ready, which would cost every student process seconds."""
    command = [sys.executable, "-I", "-c", "import matplotlib.font_manager"]
    environment = {"MPLCONFIGDIR": str(folder), "PATH": os.defpath}
    subprocess.run(command, env=environment, check=False, capture_output=True)
