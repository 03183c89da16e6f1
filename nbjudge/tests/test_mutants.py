"""Mutants: the same every time, no two alike, and each a program of its own."""

import ast
from collections import Counter
from functools import cache

import pytest

from nbjudge.course.sections import find_section, source_notebook
from nbjudge.exercise.exercise import exercises
from nbjudge.notebook import cells
from nbjudge.notebook.regions import SOLUTION_MARKS
from nbjudge.quality.bank import mutant_answers
from nbjudge.quality.mutants import mutants

SECTION = find_section("06")
SOURCES = {
    cells.grade_id(c): SOLUTION_MARKS.sub("", c.source)
    for c in source_notebook(SECTION).cells
    if cells.is_solution(c) and c.cell_type == "code"
}


@cache
def made(name):
    return list(mutants(SOURCES[name]))


every_answer = pytest.mark.parametrize("name", SOURCES)


@pytest.mark.parametrize("name", ["n_parameters", "compute_bic", "sample"])
def test_mutants_are_the_same_every_time(name):
    assert list(mutants(SOURCES[name])) == made(name)


@every_answer
def test_no_mutant_is_made_twice_and_none_is_the_original(name):
    found = [m.source for m in made(name)]
    assert len(found) == len(set(found)) > 5
    assert ast.unparse(ast.parse(SOURCES[name])) not in found


@every_answer
def test_every_mutant_compiles_and_differs_in_one_place(name):
    original = ast.unparse(ast.parse(SOURCES[name])).splitlines()
    for mutant in made(name):
        compile(mutant.source, "<mutant>", "exec")
        changed = set(mutant.source.splitlines()) ^ set(original)
        assert changed, mutant.change
        block = any(line.lstrip().startswith(("if ", "pass")) for line in changed)
        assert len(changed) <= 2 or block, mutant.change


def test_changes_are_named_apart():
    """A known equivalent mutant is noted by its name, which must not cover for another one."""
    named = Counter((name, m.change) for name in SOURCES for m in made(name))
    assert all(" → " in change for _, change in named)
    assert [key for key, count in named.items() if count > 1] == []


def changes(source):
    return {m.source.removeprefix("def f(x):\n    ") for m in mutants(f"def f(x):\n    {source}")}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("return x + 1", {"return x - 1", "return x", "return 1", "return x + 2"}),
        ("return a @ b", {"return a * b", "return a", "return b"}),
        ("return -x", {"return x"}),
        ("return x < 1", {"return x >= 1"}),
        ("return x.T", {"return x"}),
        (
            "return np.sum(x, axis=0)",
            {"return np.mean(x, axis=0)", "return np.sum(x)", "return np.sum(x, axis=1)"},
        ),
        ("return np.log(x)", {"return x", "return np.log2(x)"}),
        ("x -= 1\n    return x", {"pass\n    return x"}),
        ("return a and b", {"return a or b"}),
        ("return f(True)", {"return f(False)"}),
    ],
)
def test_the_usual_slips_are_made(source, expected):
    assert expected <= changes(source)


def test_words_are_left_alone():
    """Docstrings, messages and format strings make no mutants."""
    source = 'def f(x):\n    """Add 1 to x."""\n    raise ValueError("not 2")'
    assert not any("Add 2" in m.source or "not 3" in m.source for m in mutants(source))


def test_the_section_has_mutants_of_every_exercise():
    assert set(SOURCES) == {e.name for e in exercises().values() if e.section() == SECTION.topic}
    first = next(mutant_answers(SECTION))
    name = next(iter(SOURCES))
    assert (first.exercise, first.kind, first.source) == (name, "mutant", made(name)[0].source)
