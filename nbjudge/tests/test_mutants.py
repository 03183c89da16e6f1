"""Mutants: the same every time, no two alike, and each a program of its own."""

import ast
from collections import Counter
from functools import cache

import pytest

from nbjudge.course.exercises import exercises_of
from nbjudge.course.sections import sections
from nbjudge.quality.bank import mutant_answers
from nbjudge.quality.mutants import mutants
from tests.kit.optics import COURSE, RIGHT_COUNT, model_answers

MODEL = {name: text for s in sections(COURSE) for name, text in model_answers(s).items()}
# one that is a single line has little to change
SOURCES = {
    **{name: text for name, text in MODEL.items() if name != "magnification"},
    "n_parameters": RIGHT_COUNT,
    "fit": """
def fit(X, n_components, rng, tol=1e-4):
    means = X[rng.choice(len(X), size=n_components, replace=False)].copy()
    before = -np.inf
    while True:
        away = np.square(X[:, None] - means).sum(axis=2)
        shares = np.exp(-0.5 * away)
        shares /= shares.sum(axis=1, keepdims=True)
        means = shares.T @ X / np.sum(shares, axis=0)[:, None]
        likelihood = np.log(np.exp(-0.5 * away).sum(axis=1)).mean()
        if likelihood - before < tol and not np.isnan(likelihood):
            return means
        before = likelihood
""",
}


@cache
def made(name):
    return list(mutants(SOURCES[name]))


every_answer = pytest.mark.parametrize("name", SOURCES)


@pytest.mark.parametrize("name", ["n_parameters", "refraction_angle", "fit"])
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


@pytest.mark.parametrize("section", sections(COURSE), ids=lambda s: s.name)
def test_a_section_has_mutants_of_every_exercise(section):
    answers = model_answers(section)
    assert set(answers) == set(exercises_of(COURSE.package, section.topic))
    first = next(mutant_answers(section))
    name = next(iter(answers))
    assert (first.exercise, first.kind, first.source) == (name, "mutant", made(name)[0].source)
