"""BIC of a mixture by the log-densities of its data; the count of parameters is lent."""

from __future__ import annotations

from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import unchanged, within
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from tests.kit.mixtures import reference


def ask_about(rng: Rng, K: int, D: int, n: int) -> Probe:
    """A question about n log-densities of a mixture."""
    found = rng.normal(-3, size=n)
    given = {"log_densities": found, "n_components": K, "n_features": D}
    return Probe(given, reference.compute_bic(found, K, D))


def whole(rng: Rng) -> list[Probe]:
    return [ask_about(rng, K, D, n) for K, D, n in ((3, 2, 40), (2, 4, 25), (4, 1, 60))]


def two_data_sets(rng: Rng) -> list[Probe]:
    """One mixture and two data sets of one size: the penalty cancels in the difference."""
    return [ask_about(rng, 3, 2, 30) for _ in range(2)]


def same_difference(probes: list[Probe], answers: list[Answer]) -> bool:
    one, other = (float(numbers(answer.value, ())) for answer in answers)
    return close(one - other, probes[0].expected - probes[1].expected)


EXERCISE = Exercise(
    __name__,
    points=3,
    criteria=(
        Criterion(
            "the whole criterion",
            3,
            whole,
            within(),
            "BIC is minus twice the total log-likelihood, plus a penalty for every parameter.",
        ),
        Criterion(
            "the log-likelihood's part",
            2,
            two_data_sets,
            same_difference,
            "A better fit makes BIC smaller, by twice the gain in total log-likelihood.",
            together=True,
        ),
        Criterion(
            "arguments are left alone", 0.5, whole, unchanged("log_densities"), "It was changed."
        ),
    ),
    builds_on=("n_parameters",),
)
