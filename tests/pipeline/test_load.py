"""What else a machine does changes no verdict, receipt or page: not by a byte."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from nbjudge.confine.fork_server import ForkServers
from nbjudge.confine.stage import staged
from nbjudge.course.recognise import prepare
from nbjudge.intake.reading import read_submission
from nbjudge.judge import test_cell
from nbjudge.judge.run import run
from nbjudge.judge.session import Limits
from tests.kit.classes import KEY, SECTION, files, hand_in, minutes, with_answers
from tests.kit.course import ROOT
from tests.kit.level import level
from tests.kit.load import a_tenth, alone, busy

pytestmark = pytest.mark.slow

LIMITS = Limits(cell=2, given=2, submission=12)
WORK = "def work():\n    return sum(i * i for i in range(1_500_000))\n\n"  # a tenth of a second
SLOW = WORK + "def bernoulli_mle(data):\n    work()\n    return np.mean(data)\n\nwork()"
ENDLESS = "def bernoulli_mle(data):\n    while True:\n        pass"
BELOW = "def bernoulli_mle(data):\n    return np.mean(data)\n\nwhile True:\n    pass"
ASLEEP = "import time\n\ndef bernoulli_mle(data):\n    time.sleep(10_000)"
CLASS = {
    "right": with_answers({}),
    "slow": with_answers({"bernoulli_mle": SLOW}),
    "endless": with_answers({"bernoulli_mle": ENDLESS}),
    "endless below": with_answers({"bernoulli_mle": BELOW}),
}


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """Executes the work of the class under some condition, with less patience than usual."""
    folder = tmp_path_factory.mktemp("class")
    patient = test_cell.find_exercise

    def execute(condition, students=CLASS):
        found = {}
        for student in students:
            (path := folder / "work.ipynb").write_text(CLASS[student], encoding="utf-8")
            clean = prepare(SECTION, read_submission(path))
            with condition():
                result = run(clean, "5eed", servers, level(), LIMITS)
            found[student] = json.dumps(result.form(), sort_keys=True)
        return found

    with (
        pytest.MonkeyPatch.context() as patch,
        staged(SECTION.course.layer) as stage,
        ForkServers(stage) as servers,
    ):
        patch.setattr(test_cell, "find_exercise", lambda *w: replace(patient(*w), seconds=2))
        yield execute, execute(alone)


def status_of(execution):
    (verdict,) = [v for v in json.loads(execution)["verdicts"] if v["name"] == "bernoulli_mle"]
    return verdict["status"], verdict["score"]


def test_who_is_slow_is_graded_and_who_never_ends_loses_one_answer(executed):
    _, undisturbed = executed
    assert {name: status_of(form) for name, form in undisturbed.items()} == {
        "right": ("graded", 1),
        "slow": ("graded", 1),
        "endless": ("timeout", 0),
        "endless below": ("graded", 1),
    }


def test_a_busy_machine_says_the_same(executed):
    execute, undisturbed = executed
    assert execute(busy) == undisturbed


@pytest.mark.parametrize("student", ["slow", "endless below"])
def test_a_slow_machine_says_the_same(executed, student):
    execute, undisturbed = executed
    assert execute(a_tenth, [student])[student] == undisturbed[student]


COMMANDS = (("autograde", "02", "--isolation", level()), ("feedback", "02"))
WHOLE = {**CLASS, "asleep": with_answers({"bernoulli_mle": ASLEEP})}


def graded(folder, *prefix, condition=alone):
    """The class's files after it was graded by commands with a prefix, under a condition."""
    hand_in(folder, WHOLE, key=KEY)
    for command in COMMANDS:
        words = [*prefix, sys.executable, "-m", "nbjudge.cli", *command, "-C", folder]
        process = subprocess.Popen(list(map(str, words)), cwd=ROOT)
        with a_tenth(process.pid) if condition is a_tenth else condition():
            assert process.wait() == 0
    return files(folder)


@minutes
@pytest.mark.parametrize(
    ("prefix", "condition"),
    [((), busy), (("nice", "-n", "19"), alone), ((), a_tenth)],
    ids=["busy", "nice", "a tenth of the speed"],
)
def test_a_whole_class_is_graded_alike_to_the_byte(prefix, condition, tmp_path_factory):
    alone_ = graded(tmp_path_factory.mktemp("alone"))
    beside = graded(tmp_path_factory.mktemp("beside"), *prefix, condition=condition)
    assert beside == alone_
