"""Whatever is handed in or answered: no crash, no hang, no points. ``make fuzz`` tries more."""

import json
import tempfile
import time
import tracemalloc
from collections import Counter
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from random import Random

import nbformat
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nbjudge.course.sections import master
from nbjudge.errors import StudentCrashedError, StudentTimeoutError
from nbjudge.guest.wire import Handle, WireError, unpack
from nbjudge.intake.assemble import clean
from nbjudge.intake.reading import read_submission
from nbjudge.judge import weigh
from nbjudge.judge.reply import read
from nbjudge.judge.test_cell import TestRunner
from nbjudge.judge.verdict import Status
from nbjudge.notebook import cells
from tests.kit.answering import Answering
from tests.kit.course import COURSE, exercises
from tests.kit.hostile import fuzz, fuzz_files
from tests.kit.submissions import bare_section

pytestmark = pytest.mark.slow

SECONDS = 10  # of this processor for one input, a slow machine included
NAMES = list(exercises())
FOLDER = tempfile.TemporaryDirectory(prefix="fuzz-")
tried: Counter[str] = Counter()


def of_all(share):
    """Settings for this share of all inputs; the same ones every time, but in a long run."""
    return settings(
        max_examples=max(1, round(share * fuzz.INPUTS)),
        database=None,
        derandomize=fuzz.INPUTS < 10_000,
        suppress_health_check=list(HealthCheck),
    )


@contextmanager
def counted(what):
    """Counts an input, and fails if it took too long."""
    began = time.process_time()
    yield
    tried[what] += 1
    assert time.process_time() - began < SECONDS


@pytest.fixture(scope="module", autouse=True)
def announced():
    yield
    print(f"\ninputs tried: {sum(tried.values())}", dict(tried))


@pytest.fixture(scope="module", autouse=True)
def drawn_once():
    """Probes of an exercise are drawn once, and whoever changes them is found out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weigh, "draw", lambda exercise, seed: fuzz.probes(exercise.name))
        yield


def judged(name, ask):
    """The verdict on one exercise whose questions ``ask`` answers; no answer is a fault of ours."""

    def put(request, questions, seconds):
        if request["module"].startswith("handles"):
            return [{"value": Handle(0, "function"), "changed": []}]
        return ask(questions)

    exercise = exercises()[name]
    names = frozenset({exercise.asked})
    tests = TestRunner(Answering(put), COURSE.package, exercise.topic, names, fuzz.SEED)
    source = f'### BEGIN HIDDEN TESTS\ngrade("{name}", {exercise.asked})\n### END HIDDEN TESTS\n'
    verdict = tests.run(source, exercise.points, name)
    assert verdict.status is not Status.DEFECT, tests.defects  # or anyone could have it withheld
    return verdict


def answering(name, changes):
    """Answers with mutated replies: to the whole question, then to its parts."""
    whole, answered = sum(map(len, fuzz.probes(name).values())), 0
    found = refused = None
    try:
        found = unpack(*fuzz.damaged(name, changes))
    except WireError as error:
        refused = error

    def ask(questions):
        nonlocal answered
        if refused is not None:
            raise refused
        if len(questions) == whole or not isinstance(found, list):
            return found
        answered += len(questions)
        return found[answered - len(questions) : answered]

    return ask


def passed(verdict):
    return {c.name for c in verdict.criteria if c.passed}


def with_numbers(name, draw_one):
    """What an exercise passes if every number of a right answer becomes another one."""
    found = fuzz.with_numbers(name, draw_one)
    return passed(judged(name, lambda questions: found[: len(questions)]))


@cache
def idle(name):
    """What is passed by answers that compute nothing: one number everywhere, or random ones."""
    same = [partial(float, text) for text in ("0", "1", "-1", "inf", "-inf")]
    random = [Random(seed).random for seed in range(8)]
    return set().union(*[with_numbers(name, draw_one) for draw_one in same + random])


@pytest.mark.parametrize("x", [np.nan, 1e-9, 5e-324, 1e300, -1e300])
@pytest.mark.parametrize("name", NAMES)
def test_a_number_beyond_reason_earns_no_more_than_any_other(name, x):
    """Differences and ratios of such numbers agree with everything."""
    assert with_numbers(name, lambda: x) <= idle(name)


@of_all(0.7)
@given(st.sampled_from(NAMES), st.lists(fuzz.mutations, min_size=1, max_size=3))
def test_no_damaged_reply_ends_the_judge_or_earns(name, changes):
    idle(name)
    with counted("replies"):
        verdict = judged(name, answering(name, changes))
    assert verdict.criteria
    assert passed(verdict) <= idle(name)
    assert "\x1b" not in verdict.problem
    json.dumps(verdict.form()).encode("ascii")


@of_all(0.05)
@given(
    st.sampled_from(NAMES),
    st.lists(fuzz.mutations, max_size=2),
    st.lists(
        st.sampled_from([StudentTimeoutError, StudentCrashedError, WireError, None]),
        min_size=1,
        max_size=9,
    ),
)
def test_no_interruption_ends_the_judge_or_earns(name, changes, endings):
    answer, rest = answering(name, changes), iter(endings)

    def ask(questions):
        ending = next(rest, StudentTimeoutError)
        if ending is not None:
            raise ending
        return answer(questions)

    idle(name)
    with counted("interruptions"):
        verdict = judged(name, ask)
    assert passed(verdict) <= idle(name)


@of_all(0.1)
@given(st.sampled_from(NAMES), st.lists(fuzz.mutations, max_size=2))
def test_reading_a_reply_takes_no_more_than_was_received(name, changes):
    form, buffers = fuzz.damaged(name, changes)
    received = sum(map(len, buffers)) + len(json.dumps(form))
    tracemalloc.start()
    with counted("forms"), suppress(WireError):
        found = unpack(form, buffers)
        for reply in found if isinstance(found, list) else [found]:
            read(reply)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30 * received + 2**23  # the text "0," is a number of 32 bytes in a list


MASTER = master(bare_section(fuzz_files.SECTION))
GIVEN = {cells.grade_id(c): c for c in MASTER.cells}


@of_all(0.15)
@given(st.lists(fuzz_files.edits, max_size=3), fuzz_files.flips)
def test_any_file_becomes_a_notebook_of_ours(changes, damage):
    path = Path(FOLDER.name) / "work.ipynb"
    path.write_bytes(fuzz_files.file_of(changes, damage))
    with counted("files"):
        notebook = clean(MASTER, read_submission(path))
    nbformat.validate(notebook)
    for name, cell in GIVEN.items():
        (ours,) = [c for c in notebook.cells if cells.grade_id(c) == name]
        assert ours.metadata == cell.metadata
        assert cells.is_solution(cell) or ours.source == cell.source
    nbformat.write(notebook, path)
    again = clean(MASTER, read_submission(path))
    assert [c.source for c in again.cells] == [c.source for c in notebook.cells]
