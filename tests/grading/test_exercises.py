"""The exercises keep the contract, and have all that belongs to one."""

import ast
import re
import sys
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pytest

from helpers.checks import exercises_of
from nbjudge.course.sections import Section, source_notebook
from nbjudge.exercise.exercise import Answer, Failure
from nbjudge.guest.wire import pack
from nbjudge.judge.questions import asks, handles
from nbjudge.judge.weigh import draw
from nbjudge.notebook import cells
from nbjudge.quality.bank import bank
from tests.kit.course import COURSE, SECTIONS, exercises, find

# The names, points and signatures that submissions are written to. A TODO of a class is its method.
CONTRACT = {
    "01": {
        "bayes_posterior(prior, likelihood, likelihood_not)": 2,
        "discriminative_model(X_train, y_train, X_test)": 2,
        "generative_model(X_train, y_train, X_test)": 2,
        "fit_naive_bayes(X, y)": 4,
        "naive_bayes_log_posterior(X, priors, means, variances)": 4,
        "sample_class(label, n, means, variances, rng)": 3,
    },
    "02": {
        "gaussian_log_likelihood(data, mu, sigma)": 3,
        "gaussian_mle(data)": 2,
        "bernoulli_mle(data)": 1,
        "multinomial_mle(counts)": 2,
        "mvn_log_pdf(X, mean, cov)": 4,
        "log_likelihood_surface(data, mus, sigmas)": 3,
        "gaussian_posterior(data, sigma, prior_mean, prior_std)": 4,
    },
    "03": {
        "rejection_constant(target_pdf, proposal_pdf, grid)": 2,
        "rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng)": 4,
        "importance_estimate(f, log_target, log_proposal, samples)": 4,
        "effective_sample_size(weights)": 1,
        "metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng)": 5,
        "mh_log_acceptance(log_target, log_proposal, x_old, x_new)": 2,
        "autocorrelation(x, max_lag)": 2,
    },
    "04": {
        "fit_pca(X, n_latent)": 4,
        "encode(X, mean, components)": 1,
        "decode(Z, mean, components)": 1,
        "LatentSpaceExplorer.interpolate(self, z1, z2, num_steps=10)": 4,
        "LatentSpaceExplorer.arithmetic(self, z_base, z_attribute, alpha=1.0)": 2,
        "attribute_direction(Z, has_attribute)": 2,
        "log_marginal_likelihood(x, decode, sigma, n_samples, rng)": 4,
    },
    "05": {
        "kl_divergence(p, q)": 2,
        "inception_score(probs, splits=10)": 4,
        "mean_entropy(probs)": 1,
        "frechet_distance(mu_r, sigma_r, mu_g, sigma_g)": 5,
        "fid(real_features, generated_features)": 2,
        "kernel_inception_distance(real_features, generated_features)": 4,
    },
    "06": {
        "GMM._e_step(self, X)": 5,
        "GMM._m_step(self, X, responsibilities)": 5,
        "GMM.log_likelihood(self, X)": 2,
        "GMM.sample(self, n_samples)": 4,
        "n_parameters(n_components, n_features, covariance_type)": 2,
        "compute_bic(gmm, X)": 3,
        "select_n_components(X, candidates)": 2,
        "GMM.conditional_sample(self, condition, n_samples)": 5,
        "GMM.online_update(self, new_batch)": 5,
        "torch_log_prob(X, weights, means, covariances)": 3,
    },
}
BY_HAND = {"06": {"reflection": 3}}


@dataclass(frozen=True)
class Promised:
    """One row of the contract."""

    section: Section
    signature: str  # with its class, if it is a method
    points: int

    @property
    def target(self) -> str:
        """The name that the student's notebook binds."""
        return re.match(r"\w+", self.signature)[0]

    @property
    def call(self) -> str:
        """The signature without the class."""
        return re.search(r"\w+\(.*", self.signature)[0]

    @property
    def name(self) -> str:
        return self.call.partition("(")[0].strip("_")


PROMISED = [
    Promised(find(number), signature, points)
    for number, rows in CONTRACT.items()
    for signature, points in rows.items()
]
every_section = pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.name)
every_exercise = pytest.mark.parametrize("promised", PROMISED, ids=lambda p: p.name)


def promised_of(section):
    return {p.name: p.points for p in PROMISED if p.section == section}


def by_hand(section):
    return BY_HAND.get(section.name[:2], {})


@every_section
def test_the_section_has_the_exercises_of_the_contract_at_their_points(section):
    found = {e.name: e.points for e in exercises().values() if e.topic == section.topic}
    assert found == promised_of(section)


@every_section
def test_the_notebook_carries_the_same_points_and_no_others(section):
    graded = [c for c in source_notebook(section).cells if cells.is_grade(c)]
    points = {cells.grade_id(c): c.metadata.nbgrader.points for c in graded}
    tests = {f"test_{name}": p for name, p in promised_of(section).items()}
    assert points == {**tests, **by_hand(section)}


@every_section
def test_what_is_graded_by_hand_is_a_written_answer(section):
    for cell in source_notebook(section).cells:
        if cells.grade_id(cell) in by_hand(section):
            assert cell.cell_type == "markdown"
            assert cells.is_solution(cell)


@every_section
def test_exercises_stand_in_the_notebook_in_the_order_of_the_contract(section):
    names = [cells.grade_id(c) for c in source_notebook(section).cells if cells.is_solution(c)]
    assert names == [*promised_of(section), *by_hand(section)]


@every_exercise
def test_a_test_cell_follows_its_solution_at_once_and_is_locked(promised):
    notebook = source_notebook(promised.section)
    at = [cells.grade_id(c) for c in notebook.cells].index(promised.name)
    solution, test = notebook.cells[at : at + 2]
    assert cells.grade_id(test) == f"test_{promised.name}"
    assert test.metadata.nbgrader.locked
    assert cells.is_test(test)
    assert not solution.metadata.nbgrader.locked
    assert not cells.is_grade(solution)
    assert "### BEGIN SOLUTION" in solution.source


@every_exercise
def test_the_signature_is_the_contracts(promised):
    notebook = source_notebook(promised.section)
    cell = next(c for c in notebook.cells if cells.grade_id(c) == promised.name)
    (function,) = ast.parse(cell.source).body
    assert f"{function.name}({ast.unparse(function.args)})" == promised.call
    decorators = [ast.unparse(d) for d in function.decorator_list]
    is_method = promised.target != function.name
    assert decorators == ([f"add_to_class({promised.target})"] if is_method else [])


def test_the_shell_of_the_mixture_is_the_contracts():
    notebook = source_notebook(find("06"))
    cell = next(c for c in notebook.cells if cells.grade_id(c) == "gmm_shell")
    (shell,) = ast.parse(cell.source).body
    first = next(n for n in shell.body if getattr(n, "name", "") == "__init__")
    assert ast.unparse(first.args) == "self, n_components, max_iter=100, tol=0.0001, seed=0"
    assert {"weights", "means", "covariances", "rng"} <= cells.defined_names(
        "\n".join(ast.unparse(node) for node in first.body)
    )


@every_exercise
def test_every_criterion_has_a_name_of_its_own_and_a_hint_without_numbers(promised):
    criteria = exercises()[promised.name].criteria
    assert len({c.name for c in criteria}) == len(criteria) >= min(4, 1 + promised.points)
    for criterion in criteria:
        assert len(criterion.hint.split()) >= 5, criterion.name
        assert not re.search(r"\d+\.\d|\d{2,}|\de-?\d", criterion.hint), criterion.hint
        assert criterion.hint.rstrip().endswith((".", "?")), criterion.name
        assert criterion.share > 0


@every_exercise
def test_arguments_left_alone_is_a_criterion(promised):
    """Numbers and texts cannot be changed in place; everything else is watched."""
    watched = [c for c in exercises()[promised.name].criteria if "left alone" in c.name]
    drawn = draw(exercises()[promised.name], "seed").values()
    values = [value for probes in drawn for p in probes for value in p.given.values()]
    mutable = any(isinstance(v, (np.ndarray, list)) or hasattr(v, "numpy") for v in values)
    assert bool(watched) == mutable


@every_exercise
def test_probes_can_be_sent_and_are_fresh(promised):
    exercise = exercises()[promised.name]
    for probes in draw(exercise, "seed").values():
        assert probes
        pack([[p.ask or promised.name, p.given] for p in probes], [])
    for criterion in exercise.criteria:
        first, second = (criterion.draw(np.random.default_rng(7)) for _ in range(2))
        for a, b in zip(first, second, strict=True):
            arrays = [
                (a.given[k], b.given[k]) for k in a.given if isinstance(a.given[k], np.ndarray)
            ]
            assert not any(np.shares_memory(x, y) for x, y in arrays)


@every_exercise
@pytest.mark.parametrize(
    "answer",
    [
        Answer(None),
        Answer(float("nan")),
        Answer([]),
        Answer(np.empty(0)),
        Answer("text"),
        Answer({}),
        Answer(failure=Failure("KeyError", mro=("KeyError",))),
    ],
    ids=["none", "nan", "list", "empty", "text", "dict", "error"],
)
def test_an_odd_answer_passes_no_criterion(promised, answer):
    exercise = exercises()[promised.name]
    probes = draw(exercise, "odd")
    for criterion in exercise.criteria:
        group = probes[criterion.draw]
        if "left alone" in criterion.name and answer.failure is None:
            continue
        assert not criterion.passed(group, [answer] * len(group)), criterion.name


@every_exercise
def test_too_few_answers_pass_no_criterion(promised):
    exercise = exercises()[promised.name]
    for criterion in exercise.criteria:
        assert not criterion.passed(draw(exercise, "few")[criterion.draw], []), criterion.name


@pytest.mark.parametrize("topic", [*(s.topic for s in SECTIONS), "handles"])
def test_asks_know_neither_the_reference_nor_the_helpers(topic):
    source = (handles() if topic == "handles" else asks(COURSE.package, topic)).source
    imported = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            if not node.module.startswith("nbjudge.guest."):  # all of it is beside student code
                imported.add(node.module.partition(".")[0])
    assert imported <= {"numpy", "torch", "sklearn", "scipy"} | sys.stdlib_module_names
    assert "helpers" not in source
    assert "reference" not in source


@every_section
def test_asks_name_a_function_for_every_probe(section):
    source = asks(COURSE.package, section.topic).source
    defined = {
        node.name: [a.arg for a in node.args.args]
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef)
    }
    for name in promised_of(section):
        for probes in draw(exercises()[name], "seed").values():
            for probe in probes:
                assert set(probe.given) <= set(defined[probe.ask or name])


@every_exercise
def test_an_exercise_lends_others_of_its_section_and_asks_a_name_that_exists(promised):
    exercise = exercises()[promised.name]
    assert set(exercise.builds_on) <= set(promised_of(promised.section)) - {promised.name}
    assert exercise.asked == promised.target
    assert sys.modules[exercise.module].__doc__


@every_exercise
def test_working_answers_are_lent_only_after_they_have_been_asked_for(promised):
    exercise = exercises()[promised.name]
    order = list(promised_of(promised.section))
    assert all(order.index(name) < order.index(promised.name) for name in exercise.builds_on)
    names = {p.ask or promised.name for group in draw(exercise, "s").values() for p in group}
    sent = asks(COURSE.package, exercise.topic, frozenset(names)).source
    assert ("lending(" in sent) == bool(exercise.builds_on)
    assert exercise.builds_on or "working" not in sent


@every_exercise
def test_the_bank_has_answers_of_every_kind(promised):
    kinds = Counter(a.kind for a in bank(promised.section) if a.exercise == promised.name)
    assert kinds["right"] >= 4
    assert kinds["wrong"] >= (6 if promised.points > 1 else 4)
    assert set(kinds) <= {"right", "wrong", "nothing"}


@every_exercise
def test_wrong_answers_lose_criteria_that_exist_and_every_criterion_is_lost_by_one(promised):
    criteria = {c.name for c in exercises()[promised.name].criteria}
    lost = set()
    for answer in bank(promised.section):
        if answer.exercise == promised.name:
            assert answer.loses <= criteria, answer.name
            assert bool(answer.loses) == (answer.kind == "wrong"), answer.name
            compile(answer.source, answer.name, "exec")
            lost |= answer.loses
    assert lost == criteria


@every_section
def test_the_bank_holds_answers_to_exercises_alone(section):
    assert {answer.exercise for answer in bank(section)} == set(promised_of(section))


@every_section
def test_the_visible_checks_cover_every_exercise(section):
    assert set(exercises_of(section.topic)) == set(promised_of(section))
