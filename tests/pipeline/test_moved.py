"""A class whose own nbgrader_config.py is older than the package is told what to write instead."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.classes import GRADE, SECTION, done, hand_in, refused, with_answers
from tests.kit.course import COURSE, ROOT

pytestmark = pytest.mark.slow
CONFIG = "nbgrader_config.py"
OLD, NEW = "helpers.grading.gradebook", "nbjudge.gradebook.preprocessors"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A class's folder with the course's configuration, as it was."""
    config = (ROOT / CONFIG).read_text(encoding="utf-8")
    assert NEW in config
    (tmp_path / CONFIG).write_text(config.replace(NEW, OLD), encoding="utf-8")
    (tmp_path / "source").symlink_to(ROOT / "source")
    return hand_in(tmp_path, {"ada": with_answers({})})


def test_course_says_it_in_a_sentence_and_grades_once_it_is_mended(grader, folder):
    path = folder / CONFIG
    refused(grader.run(*GRADE, folder), str(path), OLD, NEW)
    path.write_text(path.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
    assert "1 submissions graded" in done(grader.run(*GRADE, folder)).out


def test_nbgrader_s_own_command_says_it_too(folder):
    there = Path(sys.executable).parent
    search = os.pathsep.join([str(there), os.environ["PATH"]])

    def nbgrader(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [there / "nbgrader", command, SECTION.name],
            cwd=folder,
            env={**os.environ, "PATH": search},
            text=True,
            capture_output=True,
            check=False,
        )

    assert nbgrader("generate_assignment").returncode == 0
    ended = nbgrader("autograde")
    assert ended.returncode != 0
    assert f"ImportError: helpers.grading is nbjudge now: in {CONFIG}, write {NEW}" in ended.stderr


def test_students_do_not_get_the_signpost():
    signpost = COURSE.layer.folder / "grading.py"
    assert signpost.is_file()
    assert signpost not in set(COURSE.layer.files())
