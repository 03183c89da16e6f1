"""What student code can import of this course and of its grader: the students' layer alone."""

import importlib.util
import pkgutil

import pytest

import helpers
import nbjudge
from nbjudge.confine import levels
from nbjudge.confine.fork_server import ForkServers
from nbjudge.confine.stage import staged
from nbjudge.judge.kernel import StudentProcess
from tests.kit.course import COURSE

pytestmark = pytest.mark.slow

OURS = {"guest"}  # of the grader's packages, what runs beside student code
THEIRS = {entry.removesuffix(".py") for entry in COURSE.layer.entries} - {"__init__"}


@pytest.fixture(scope="module")
def servers():
    with staged(COURSE.layer, fonts=False) as stage, ForkServers(stage) as servers:
        yield servers


def parts_of(package):
    return {module.name for module in pkgutil.iter_modules(package.__path__)}


@pytest.mark.parametrize("level", levels.LEVELS)
def test_no_part_of_either_package_can_be_imported_but_what_is_for_students(level, servers):
    if levels.obstacle(level):
        pytest.skip(f"{level}: {levels.obstacle(level)}")
    parts = {"helpers": parts_of(helpers), "nbjudge": parts_of(nbjudge)}
    assert parts["helpers"] > THEIRS | {"reference", "exercises"}
    names = [f"{package}.{part}" for package, found in parts.items() for part in sorted(found)]
    cell = (
        "import importlib.util\n"
        f"found = [n for n in {names} if importlib.util.find_spec(n) is not None]\n"
        "print(*found, end='')"
    )
    with StudentProcess(servers, level) as process:
        outcome = process.execute(cell, 60)
    assert outcome.status == "ok", outcome
    found = set("".join(output.text for output in outcome.outputs).split())
    assert found == {f"helpers.{part}" for part in THEIRS} | {f"nbjudge.{part}" for part in OURS}
    assert all(importlib.util.find_spec(name) for name in names), "which are here"
