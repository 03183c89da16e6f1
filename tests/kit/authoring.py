"""The tiny course, and the ``course`` command and its checks on copies of it."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path

from nbjudge.authoring.check import check
from nbjudge.course.course import load_course
from nbjudge.course.sections import sections

REPOSITORY = Path(__file__).resolve().parents[2]
TINY = REPOSITORY / "nbjudge" / "tests" / "course"
COURSE = (sys.executable, "-m", "nbjudge.cli")


def course(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the ``course`` command in a folder."""
    return subprocess.run(
        [*COURSE, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def done(folder: Path, *arguments: str) -> str:
    """What the ``course`` command says when it succeeds."""
    result = course(folder, *arguments)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def findings(root: Path) -> list[str]:
    """What ``course check`` says of a course, from a process that has imported none yet."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    with context.Pool(1) as pool:
        return pool.apply(_findings, (root,))


def _findings(root: Path) -> list[str]:
    found = load_course(root)
    return [str(finding) for finding in check(found, sections(found))]
