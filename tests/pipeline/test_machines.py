"""Several machines, each with a folder of its own, and one gradebook on a server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from nbgrader.api import Gradebook as Api
from sqlalchemy import text as query

from nbjudge.classroom.folder import Folder
from nbjudge.confine.levels import best
from nbjudge.gradebook.gradebook import Gradebook
from tests.kit.books import contents, scores
from tests.kit.classes import SECTION, WRONG, hand_in, minutes, with_answers
from tests.kit.course import COURSE, find
from tests.kit.submissions import bare, bare_course, fill, model_answers, text

pytestmark = pytest.mark.slow

METRICS = find("05")
AT_ONCE = 4


def together(action: Callable[[], Any]) -> None:
    """Let several machines do the same at the same moment."""
    ready = Barrier(AT_ONCE)

    def one() -> None:
        ready.wait()
        action()

    with ThreadPoolExecutor(AT_ONCE) as machines:
        for machine in [machines.submit(one) for _ in range(AT_ONCE)]:
            machine.result()


def test_a_gradebook_that_several_machines_begin_is_made_once(url, tmp_path):
    together(lambda: Gradebook(Folder(tmp_path, url), COURSE).ensure())
    with Api(url) as book:
        stamps = book.db.execute(query("SELECT COUNT(*) FROM alembic_version")).scalar()
        assert stamps == book.db.execute(query("SELECT COUNT(*) FROM course")).scalar() == 1


def test_students_that_several_machines_enter_are_there_once(url, tmp_path):
    names = {f"student {n}": "?" for n in range(20)}
    folder = Folder(hand_in(tmp_path, names), url)
    Gradebook(folder, COURSE).ensure()
    together(lambda: Gradebook(folder, COURSE).enrol(SECTION))
    with Api(url) as book:
        assert {student.id for student in book.students} == set(names)


@minutes
def test_two_machines_grade_two_sections_of_the_same_students_at_once(url, tmp_path):
    """Two folders and one database with nothing in it."""
    metrics = model_answers(METRICS)
    weak = dict(sorted(metrics.items())[::2])
    machines = {
        SECTION: {
            "ada": with_answers({}),
            "bob": with_answers({"bernoulli_mle": WRONG}),
            "02 only": "?",
        },
        METRICS: {
            "ada": text(bare(fill(weak, METRICS))),
            "bob": text(bare(fill(metrics, METRICS))),
            "05 only": "?",
        },
    }
    folders = {
        section: hand_in(tmp_path / section.name, work, section.name)
        for section, work in machines.items()
    }
    course = Path(sys.executable).with_name("course")
    command = [course, "autograde", "--isolation", best(), "--db", url, "-C"]
    runs = [
        subprocess.Popen(
            [*command, folder, section.name],
            cwd=bare_course().root,
            text=True,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        for section, folder in folders.items()
    ]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    expected = {
        (student, section.name): score
        for section, folder in folders.items()
        for student, score in scores(folder, section.name).items()
    }
    assert len(expected) == sum(map(len, machines.values()))
    found = {key: values[0] for key, values in contents(url).items() if len(key) == 2}
    assert found == pytest.approx(expected)
    assert found["ada", SECTION.name] > found["bob", SECTION.name] > 0
    assert found["bob", METRICS.name] > found["ada", METRICS.name] > 0
