"""The exercises keep the contract, and have all that belongs to one."""

import ast
import importlib.util
import re
import sys
from collections import Counter

import numpy as np
import pytest

from helpers.grading import cells
from helpers.grading.exercise import Answer, asks, exercises
from helpers.grading.quality import bank
from helpers.grading.sections import find_section, source_notebook
from helpers.grading.verdict import draw
from helpers.grading.wire import pack

SECTION = find_section("06")
CONTRACT = {
    "e_step": 5, "m_step": 5, "log_likelihood": 2, "sample": 4, "n_parameters": 2, "compute_bic": 3,
    "select_n_components": 2, "conditional_sample": 5, "online_update": 5, "torch_log_prob": 3,
}  # fmt: skip
SIGNATURES = {
    "e_step": ("_e_step", ["self", "X"]),
    "m_step": ("_m_step", ["self", "X", "responsibilities"]),
    "log_likelihood": ("log_likelihood", ["self", "X"]),
    "sample": ("sample", ["self", "n_samples"]),
    "n_parameters": ("n_parameters", ["n_components", "n_features", "covariance_type"]),
    "compute_bic": ("compute_bic", ["gmm", "X"]),
    "select_n_components": ("select_n_components", ["X", "candidates"]),
    "conditional_sample": ("conditional_sample", ["self", "condition", "n_samples"]),
    "online_update": ("online_update", ["self", "new_batch"]),
    "torch_log_prob": ("torch_log_prob", ["X", "weights", "means", "covariances"]),
}
NOTEBOOK = source_notebook(SECTION)

every_exercise = pytest.mark.parametrize("name", CONTRACT)


def test_the_section_has_the_exercises_of_the_contract_at_their_points():
    found = {e.name: e.points for e in exercises().values() if e.section() == SECTION.topic}
    assert found == CONTRACT


def test_the_notebook_carries_the_same_points_and_the_reflection_by_hand():
    points = {
        cells.grade_id(c): c.metadata.nbgrader.points for c in NOTEBOOK.cells if cells.is_grade(c)
    }
    assert points == {**{f"test_{name}": p for name, p in CONTRACT.items()}, "reflection": 3}
    reflection = next(c for c in NOTEBOOK.cells if cells.grade_id(c) == "reflection")
    assert reflection.cell_type == "markdown"
    assert cells.is_solution(reflection)


def test_exercises_stand_in_the_notebook_in_the_order_of_the_contract():
    names = [cells.grade_id(c) for c in NOTEBOOK.cells if cells.is_solution(c)]
    assert names == [*CONTRACT, "reflection"]


@every_exercise
def test_a_test_cell_follows_its_solution_at_once_and_is_locked(name):
    ids = [cells.grade_id(c) for c in NOTEBOOK.cells]
    at = ids.index(name)
    solution, test = NOTEBOOK.cells[at : at + 2]
    assert cells.grade_id(test) == f"test_{name}"
    assert test.metadata.nbgrader.locked
    assert cells.is_test(test)
    assert not solution.metadata.nbgrader.locked
    assert not cells.is_grade(solution)
    assert "### BEGIN SOLUTION" in solution.source


@every_exercise
def test_the_signature_is_the_contracts(name):
    cell = next(c for c in NOTEBOOK.cells if cells.grade_id(c) == name)
    (function,) = ast.parse(cell.source).body
    assert (function.name, [a.arg for a in function.args.args]) == SIGNATURES[name]


def test_the_shell_of_the_class_is_the_contracts():
    cell = next(c for c in NOTEBOOK.cells if cells.grade_id(c) == "gmm_shell")
    (shell,) = ast.parse(cell.source).body
    first = next(n for n in shell.body if getattr(n, "name", "") == "__init__")
    assert [a.arg for a in first.args.args] == ["self", "n_components", "max_iter", "tol", "seed"]
    assert [d.value for d in first.args.defaults] == [100, 1e-4, 0]
    assert {"weights", "means", "covariances", "rng"} <= cells.defined_names("\n".join(
        ast.unparse(node) for node in first.body))  # fmt: skip


@every_exercise
def test_every_criterion_has_a_name_of_its_own_and_a_hint_without_numbers(name):
    criteria = exercises()[name].criteria
    assert len({c.name for c in criteria}) == len(criteria) >= 4
    for criterion in criteria:
        assert len(criterion.hint.split()) >= 5, criterion.name
        assert not re.search(r"\d+\.\d|\d{2,}|\de-?\d", criterion.hint), criterion.hint
        assert criterion.hint.rstrip().endswith((".", "?")), criterion.name
        assert criterion.share > 0


@every_exercise
def test_arguments_left_alone_is_a_criterion(name):
    """Numbers and texts cannot be changed in place; everything else is watched."""
    watched = [c for c in exercises()[name].criteria if "left alone" in c.name]
    given = [p.given for probes in draw(exercises()[name], "seed").values() for p in probes]
    mutable = any(
        isinstance(v, (np.ndarray, list)) or hasattr(v, "numpy") for g in given for v in g.values()
    )
    assert bool(watched) == mutable


@every_exercise
def test_probes_can_be_sent_and_are_fresh(name):
    exercise = exercises()[name]
    for probes in draw(exercise, "seed").values():
        assert probes
        pack([[p.ask or name, p.given] for p in probes], [])
    for criterion in exercise.criteria:
        first, second = (criterion.draw(np.random.default_rng(7)) for _ in range(2))
        for a, b in zip(first, second, strict=True):
            arrays = [
                (a.given[k], b.given[k]) for k in a.given if isinstance(a.given[k], np.ndarray)
            ]
            assert not any(np.shares_memory(x, y) for x, y in arrays)


@every_exercise
@pytest.mark.parametrize("answer", [
    Answer(None), Answer(float("nan")), Answer([]), Answer(np.empty(0)), Answer("text"), Answer({}),
    Answer(failure={"type": "KeyError", "mro": ["KeyError"], "message": "", "where": ""}),
], ids=["none", "nan", "list", "empty", "text", "dict", "error"])  # fmt: skip
def test_an_odd_answer_passes_no_criterion(name, answer):
    exercise = exercises()[name]
    probes = draw(exercise, "odd")
    for criterion in exercise.criteria:
        group = probes[criterion.draw]
        if "left alone" in criterion.name and answer.failure is None:
            continue
        assert not criterion.passed(group, [answer] * len(group)), criterion.name


@every_exercise
def test_too_few_answers_pass_no_criterion(name):
    exercise = exercises()[name]
    for criterion in exercise.criteria:
        assert not criterion.passed(draw(exercise, "few")[criterion.draw], []), criterion.name


@pytest.mark.parametrize("module", [SECTION.topic, "handles"])
def test_asks_know_neither_the_reference_nor_the_helpers(module):
    source = asks(module).source
    imported = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            imported.add(node.module.partition(".")[0])
    assert imported <= {"numpy", "torch", "sklearn", "scipy"} | sys.stdlib_module_names
    assert "helpers" not in source
    assert "reference" not in source


def test_asks_name_a_function_for_every_probe():
    source = asks(SECTION.topic).source
    defined = {node.name: [a.arg for a in node.args.args] for node in ast.parse(source).body
               if isinstance(node, ast.FunctionDef)}  # fmt: skip
    for name in CONTRACT:
        for probes in draw(exercises()[name], "seed").values():
            for probe in probes:
                assert set(probe.given) <= set(defined[probe.ask or name])


@every_exercise
def test_an_exercise_lends_others_of_its_section_and_asks_a_name_that_exists(name):
    exercise = exercises()[name]
    assert set(exercise.builds_on) <= set(CONTRACT) - {name}
    assert exercise.target in {"GMM", name}
    assert exercise.__doc__


@every_exercise
def test_the_bank_has_answers_of_every_kind(name):
    kinds = Counter(a.kind for a in bank(SECTION) if a.exercise == name)
    assert kinds["right"] >= 4
    assert kinds["wrong"] >= 6
    assert set(kinds) == {"right", "wrong"}


@every_exercise
def test_wrong_answers_lose_criteria_that_exist_and_every_criterion_is_lost_by_one(name):
    criteria = {c.name for c in exercises()[name].criteria}
    lost = set()
    for answer in bank(SECTION):
        if answer.exercise == name:
            assert answer.loses <= criteria, answer.name
            assert bool(answer.loses) == (answer.kind == "wrong"), answer.name
            compile(answer.source, answer.name, "exec")
            lost |= answer.loses
    assert lost == criteria


def test_the_bank_holds_answers_to_exercises_alone():
    assert {answer.exercise for answer in bank(SECTION)} == set(CONTRACT)


def test_the_visible_checks_cover_every_exercise():
    from helpers.checks import _find

    assert all(_find(name) for name in CONTRACT)
    assert importlib.util.find_spec(f"helpers.checks.{SECTION.topic}")
