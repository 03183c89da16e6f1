"""No submission gains a point, gets anything, or changes anything but what is its own.

All attacks on a section are handed in by one class, with three honest students among them, and go
the whole way from what is handed in to the report.
"""

from __future__ import annotations

import csv
import json
import os
import re
import secrets
import sqlite3
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import nbformat
import pytest

from nbjudge.gradebook.gradebook import Gradebook
from tests.kit.course import find
from tests.kit.hostile.corpus import Attack, attacks, cells_of, find_attack, wrong
from tests.kit.hostile.live import in_formgrader, live
from tests.kit.hostile.whole_class import BASE, HONEST, Class, course_of, hold
from tests.kit.hostile.world import made
from tests.kit.level import level
from tests.kit.submissions import text

pytestmark = pytest.mark.slow

LEVELS = ("none", "limited", "confined")
SECRET = secrets.token_hex(32)
UNDER_OTHER_NAMES = ("another_students_name", "named_pipe", "script_in_the_students_name")


def stopped(attack: Attack) -> bool:
    """Whether this machine's level of isolation is one that stops the attack."""
    return LEVELS.index(level()) >= LEVELS.index(attack.stopped_by)


# three of every eight on the section that is graded fastest; ``make hostile`` tries all
CHEAP = [attack for attack in attacks() if attack.section.name.startswith("02")]
SOME = [attack for number, attack in enumerate(CHEAP) if number % 8 < 3]
TRIED = attacks() if os.environ.get("HOSTILE") == "all" else SOME
HANDED_IN = [attack for attack in TRIED if stopped(attack)]
SECTIONS = sorted({attack.section.name for attack in TRIED})
everyone = pytest.mark.parametrize("attack", TRIED, ids=lambda a: f"{a.family}/{a.name}")
by_section = pytest.mark.parametrize("section", SECTIONS)


@pytest.fixture(scope="session")
def classes(tmp_path_factory) -> Iterator[Callable[[str, bool], Class]]:
    """A class by its section's name, disturbed or not; graded when it is first asked for."""
    with ExitStack() as stack:

        @cache
        def graded(name: str, disturbed: bool) -> Class | Exception:
            section, world = find(name), stack.enter_context(made(SECRET))
            attackers = [a for a in HANDED_IN if a.section == section] if disturbed else []
            with pytest.MonkeyPatch.context() as patch:
                scratch = tmp_path_factory.mktemp("handed-in")
                course_of(world, section, patch)
                try:
                    return hold(world, section, attackers, scratch, level())
                except Exception as error:  # once for all tests: grading takes minutes
                    return error

        def class_of(name: str, disturbed: bool) -> Class:
            found = graded(name, disturbed)
            if isinstance(found, Exception):
                raise AssertionError("the class was not graded to its end") from found
            return found

        yield class_of


@pytest.fixture
def graded(attack: Attack, classes) -> Class:
    """The class in which an attack was handed in."""
    if not stopped(attack):
        pytest.skip(f"only {attack.stopped_by} stops it, and this machine is {level()}")
    return classes(attack.section.name, True)


@everyone
def test_nothing_is_gained(attack, graded):
    if attack.name in UNDER_OTHER_NAMES:
        pytest.skip("it is handed in under other names")
    assert graded.passed(attack.student) <= graded.passed(BASE)
    receipt, base = graded.receipt(attack.student), graded.receipt(BASE)
    assert receipt["score"] <= base["score"]
    assert receipt["max_score"] == base["max_score"]


@everyone
def test_nothing_is_got(attack, graded):
    path = graded.file("autograded", attack.student, "ipynb")
    if attack.name in UNDER_OTHER_NAMES:
        pytest.skip("it is handed in under other names")
    outputs = [
        output for c in nbformat.read(path, as_version=4).cells for output in c.get("outputs", [])
    ]
    printed = "".join(o.text for o in outputs if o.output_type == "stream")
    assert not re.findall(r"(?m)^GOT.*", printed)  # a traceback shows the word in the source
    assert len(json.dumps(outputs)) < 5_000_000


@by_section
def test_everyone_is_graded(section, classes):
    found = classes(section, True)
    receipts = found.folder.receipts(section)
    assert set(receipts) == {path.parent.name for path in found.folder.submission_folders(section)}
    for student in receipts:
        assert found.file("autograded", student, "ipynb").is_file()
        assert found.file("feedback", student, "html").is_file()
    with Gradebook(found.folder, found.section.course) as book:
        scores = book.scores(found.section)
    entered = {name: row["score"] for name, row in scores.items()}
    assert entered == pytest.approx({name: r["score"] for name, r in receipts.items()})


@by_section
def test_no_other_name_gains(section, classes):
    found = classes(section, True)
    for student in set(found.folder.receipts(section)) - {*HONEST}:
        assert found.passed(student) <= found.passed(BASE), student


@by_section
@pytest.mark.parametrize("student", HONEST)
def test_others_earn_what_they_earn_alone(section, student, classes):
    disturbed, alone = (classes(section, kind).receipt(student) for kind in (True, False))
    assert disturbed["verdicts"] == alone["verdicts"]
    assert disturbed["score"] == alone["score"]
    assert disturbed["remarks"] == alone["remarks"]


@by_section
def test_honest_scores_are_what_they_should_be(section, classes):
    solved, half, untouched = (classes(section, False).receipt(name) for name in HONEST)
    assert solved["score"] == solved["max_score"] > half["score"] > untouched["score"] == 0


@by_section
def test_nothing_outside_is_touched(section, classes):
    found = classes(section, True)
    assert found.after == found.before
    names = {path.name for path in found.folder.path.iterdir()}
    assert names == {
        ".course",
        "autograded",
        "course.toml",
        "feedback",
        "gradebook.db",
        "nbgrader_config.py",
        "report",
        "secret.txt",
        "source",
        "submitted",
    }


@by_section
def test_nothing_is_left_behind(section, classes):
    found = classes(section, True)
    assert not found.left
    assert found.world.bystander.poll() is None


@by_section
def test_the_secret_stands_nowhere(section, classes):
    found = classes(section, True)
    for place in ("autograded", "feedback", "report", ".course/receipts", ".course/results"):
        for path in (found.folder.path / place).rglob("*.*"):
            assert not path.is_file() or SECRET.encode() not in path.read_bytes(), path
    assert SECRET not in found.terminal
    with sqlite3.connect(found.folder.path / "gradebook.db") as book:
        assert SECRET not in "".join(book.iterdump())


@everyone
def test_pages_are_dead(attack, graded):
    path = graded.file("feedback", attack.student, "html")
    if attack.family not in ("display", "tampering") or not path.exists():
        pytest.skip("it shows nothing")
    assert not live(path.read_text(encoding="utf-8"))
    assert not live(in_formgrader(graded.file("autograded", attack.student, "ipynb")))


@by_section
def test_the_report_is_dead(section, classes):
    found = classes(section, True)
    page = found.folder.path / "report" / f"{section}.html"
    assert not live(page.read_text(encoding="utf-8"))
    with page.with_suffix(".csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table))
    assert len({len(row) for row in rows}) == 1
    for item in (item for row in rows for item in row):
        assert item == "" or item[0] not in "=+-@\t\r\n" or re.fullmatch(r"[-+\d.]+", item)


@by_section
def test_the_terminal_shows_text_alone(section, classes):
    kinds = {c: unicodedata.category(c) for c in classes(section, True).terminal}
    assert {c for c, kind in kinds.items() if kind in ("Cc", "Cf", "Cs")} <= {"\n"}


BITING = (
    "lingering/bystander_signalled",
    "network/abstract_socket",
    "network/tcp",
    "network/udp",
    "network/unix_socket",
    "reading/course_key",
    "reading/environment_of_other_processes",
    "reading/gradebook",
    "reading/memory_by_system_call",
    "reading/other_students",
    "reading/shared_memory",
    "reading/source_with_solutions",
    "reading/temporary_files",
    "writing/modes_and_times",
    "writing/receipts_and_results",
    "writing/secrets_replaced",
)


@pytest.mark.skipif(sys.platform != "linux", reason="the attacks are on Linux")
@pytest.mark.parametrize("name", BITING)
def test_the_attack_works_where_nothing_stops_it(name):
    attack = find_attack(name)
    with made(SECRET) as world:
        places = world.course / "source" / "x", world.course / "submitted" / "x"
        for place in places:
            place.mkdir(parents=True)
            (place / "x.ipynb").write_text(text(wrong(attack.section)), encoding="utf-8")
        sqlite3.connect(world.course / "gradebook.db").execute("create table student (id)")
        before = world.state()
        code = "\n".join(source for _, source in cells_of(world.places.set_in(attack.source)))
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
        )
        changed = world.state() != before or world.left_behind(0)
        assert "GOT" in done.stdout or changed, done.stderr
