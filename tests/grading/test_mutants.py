"""Mutants of this course's model answers: the same every time, no two alike, all of them named."""

import ast
from collections import Counter
from functools import cache

import pytest

from nbjudge.course.sections import source_notebook
from nbjudge.notebook import cells
from nbjudge.notebook.regions import without_solution_marks
from nbjudge.quality.bank import mutant_answers
from nbjudge.quality.mutants import mutants
from tests.kit.course import exercises, find

SECTION = find("06")
SOURCES = {
    cells.grade_id(c): without_solution_marks(c.source)
    for c in source_notebook(SECTION).cells
    if cells.is_solution(c) and c.cell_type == "code"
}
every_answer = pytest.mark.parametrize("name", SOURCES)


@cache
def made(name):
    return list(mutants(SOURCES[name]))


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


def test_the_section_has_mutants_of_every_exercise():
    assert set(SOURCES) == {e.name for e in exercises().values() if e.topic == SECTION.topic}
    first = next(mutant_answers(SECTION))
    name = next(iter(SOURCES))
    assert (first.exercise, first.kind, first.source) == (name, "mutant", made(name)[0].source)
