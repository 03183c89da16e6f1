"""However many submissions are graded at a time, the result is the same, to the byte."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import nbformat
import psutil
import pytest
from nbformat import NotebookNode
from rich.console import Console

from nbjudge import autograde
from nbjudge.classroom.folder import Folder
from nbjudge.cli import progress
from nbjudge.confine.levels import best
from nbjudge.errors import JudgeCrashedError
from nbjudge.gradebook.gradebook import Gradebook
from nbjudge.pool import local
from nbjudge.pool.graded import rejected
from nbjudge.pool.local import JudgePool
from nbjudge.pool.task import Task
from tests.kit.classes import GRADE, KEY, SECTION, done, hand_in, same, with_answers
from tests.kit.course import COURSE, ROOT
from tests.kit.grader import Grader
from tests.kit.submissions import bare_course, bare_section

pytestmark = pytest.mark.slow

ENDLESS = "def bernoulli_mle(x):\n    return 0.5\nwhile True:\n    pass"
LEFT_OPEN = """
import multiprocessing, sys
from nbjudge.pool.local import JudgePool
from nbjudge.pool.task import Task
from tests.kit.submissions import bare_course
pool = JudgePool(bare_course().layer)
pool.execute(Task(bare_course(), sys.stdin.read(), "ab", sys.argv[1]))
print(*[child.pid for child in multiprocessing.active_children()])
"""
STYLES = re.compile(r"\x1b\[[\d;?]*\w")


@pytest.fixture(scope="module")
def one_at_a_time(grader, tmp_path_factory) -> Path:
    return graded(grader, tmp_path_factory.mktemp("one"), 1)


def graded(grader: Grader, folder: Path, jobs: int) -> Path:
    """A class graded so many at a time, with its feedback."""
    hand_in(folder, key=KEY)
    done(grader.run(*GRADE, folder, "--jobs", str(jobs)))
    done(grader.run("feedback", "02", "-C", folder))
    return folder


@pytest.mark.parametrize("jobs", [2, 8])
def test_side_by_side_is_as_one_by_one(jobs, grader, one_at_a_time, tmp_path):
    assert same(graded(grader, tmp_path / "class", jobs), one_at_a_time)


@pytest.fixture
def pool() -> Iterator[JudgePool]:
    """Judges' processes of this test alone."""
    with JudgePool(bare_course().layer) as started:
        yield started


def task(notebook: NotebookNode, seed: str = "ab") -> Task:
    return Task(bare_course(), nbformat.writes(notebook), seed, best())


def clean(folder: Folder, student: str, content: str):
    """A student's work, through intake."""
    section = bare_section(SECTION)
    target = folder.path / "submitted" / student / section.name
    target.mkdir(parents=True)
    (target / section.source.name).write_text(content, encoding="utf-8")
    return autograde.promise(autograde.intake, folder, section, student)


def test_the_same_work_is_executed_once_however_many_hand_it_in(pool, tmp_path):
    folder, judged, lock = Folder(tmp_path), [], Lock()

    def execute(task: Task) -> str:
        with lock:
            judged.append(task)
        return pool.execute(task)

    content = with_answers({})
    work = [(name, clean(folder, name, content)) for name in ("ada", "bob", "carl")]
    work.append(("dora", clean(folder, "dora", with_answers({"bernoulli_mle": "pass"}))))
    section = bare_section(SECTION)
    with Gradebook(folder, section.course) as book, ThreadPoolExecutor(8) as threads:
        entering = autograde.Entering(book, section, best(), execute)
        begun = autograde.begin(work, lambda *w: threads.submit(entering.execution_of, *w))
    found = {student: execution.result() for execution, student in begun.items()}
    assert len(judged) == 2
    assert [found[name][1] for name in ("ada", "bob", "carl", "dora")] == [False, True, True, False]
    assert found["carl"][0].receipt() == found["ada"][0].receipt()


def test_judges_are_as_many_as_submissions_at_a_time_and_serve_again(pool, tmp_path):
    wanted = task(clean(Folder(tmp_path), "ada", with_answers({})).result())
    with ThreadPoolExecutor(2) as threads:
        said = list(threads.map(pool.execute, [wanted] * 4))
    assert len(set(said)) == 1
    judges = [
        child for child in psutil.Process().children() if "spawn_main" in str(child.cmdline())
    ]
    assert 1 <= len(judges) <= 2


def test_a_task_that_cannot_be_read_costs_no_judge(pool):
    unreadable = Task(bare_course(), "no notebook", "ab", best())
    before = len(psutil.Process().children())
    for _ in range(3):
        with pytest.raises(nbformat.reader.NotJSONError):
            pool.execute(unreadable)
    assert len(psutil.Process().children()) <= before + 2  # one judge, and what tracks resources


def test_a_pool_leaves_no_process_behind(tmp_path):
    wanted = task(clean(Folder(tmp_path), "ada", with_answers({})).result())
    before = set(psutil.Process().children(recursive=True))
    with JudgePool(bare_course().layer) as pool:
        pool.execute(wanted)
    left = set(psutil.Process().children(recursive=True)) - before
    assert not [child for child in left if "resource_tracker" not in str(child.cmdline())]


def test_who_leaves_a_pool_open_comes_to_an_end(tmp_path):
    """Nor do its judges stay: the process that began them takes them with it."""
    wanted = clean(Folder(tmp_path), "ada", with_answers({})).result()
    command = [sys.executable, "-c", LEFT_OPEN, best()]
    done = subprocess.run(
        command,
        cwd=ROOT,
        input=nbformat.writes(wanted),
        text=True,
        capture_output=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    (judge,) = map(int, done.stdout.split())
    assert not psutil.pid_exists(judge)


def test_a_judge_that_takes_too_long_is_ended_and_the_next_is_well(pool, tmp_path, monkeypatch):
    folder = Folder(tmp_path)
    endless = task(clean(folder, "bob", with_answers({"bernoulli_mle": ENDLESS})).result())
    fine = task(clean(folder, "ada", with_answers({})).result())
    with monkeypatch.context() as patch:
        patch.setattr(local, "JUDGE_SECONDS", 1)
        with pytest.raises(JudgeCrashedError):
            pool.execute(endless)
    assert '"status": "graded"' in pool.execute(fine)


def test_the_live_line_says_how_far_how_fast_and_what_failed():
    terminal = Console(file=(file := io.StringIO()), force_terminal=True, width=120)
    steps = (
        autograde.Step(name, rejected(COURSE, ["no"], best()), False, None, failed=name == "bob")
        for name in ("ada", "bob", "carl")
    )
    assert len(list(progress.followed(steps, "Grading", 3, terminal))) == 3
    last = STYLES.sub("", file.getvalue()).rstrip().splitlines()[-1]
    assert re.search(r"Grading .* 3/3 \d+ a minute \d:\d\d:\d\d 1 failed", last)


def test_jobs_are_at_least_one(grader, tmp_path):
    ending = grader.run(*GRADE, tmp_path, "--jobs", "0")
    assert ending.code == 2
    assert "--jobs" in ending.err
