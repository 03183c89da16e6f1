"""Mean and standard deviation of a sample, by maximum likelihood."""

from __future__ import annotations

from helpers.exercises.maximum_likelihood.draws import narrow, pair, pair_form, place, wide
from helpers.reference import maximum_likelihood as reference
from nbjudge.exercise.compare import close
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng


def ask_about(rng: Rng, n: int, scale: float) -> Probe:
    """A skewed sample, whose mean is not its median."""
    data = place(rng) + scale * rng.exponential(size=n)
    return Probe({"data": data}, reference.gaussian_mle(data))


def samples(rng: Rng) -> list[Probe]:
    return [ask_about(rng, n, s) for n, s in ((7, 2.0), (31, 0.4), (80, 5.0))]


def large(rng: Rng) -> list[Probe]:
    """So large that a divisor of n − 1 makes no difference, and far from sigma one."""
    return [ask_about(rng, 400, scale) for scale in (5 * wide(rng), 0.5 * narrow(rng))]


def small(rng: Rng) -> list[Probe]:
    return [ask_about(rng, n, wide(rng)) for n in (3, 4, 6)]


def mean(probe: Probe, answer: Answer) -> bool:
    """To a tolerance that a numerical optimiser can carry."""
    mu, sigma = probe.expected
    return close(pair(answer.value)[0], mu, rtol=0, atol=2e-3 * sigma)


def deviation(probe: Probe, answer: Answer) -> bool:
    return close(pair(answer.value)[1], probe.expected[1], rtol=0.03)


def divisor(probe: Probe, answer: Answer) -> bool:
    """The deviation or its square: which of them is for ``deviation`` to judge."""
    sigma, got = probe.expected[1], pair(answer.value)[1]
    return close(got, sigma, rtol=2e-3) or close(got, sigma**2, rtol=4e-3)


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "the mean",
            2,
            samples,
            mean,
            "Set the derivative of the log-likelihood with respect to mu to zero: what remains is "
            "an average of the data. It comes first in the pair.",
        ),
        Criterion(
            "a standard deviation, not its square",
            2,
            large,
            deviation,
            "The second number is sigma, in the unit of the data. The average squared deviation "
            "is its square.",
        ),
        Criterion(
            "the divisor is the number of observations",
            2,
            small,
            divisor,
            "The most likely sigma divides by n. Dividing by one less is a correction for bias, "
            "which maximum likelihood does not make; some libraries do by default.",
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            samples,
            unchanged("data"),
            "The data were changed in place. Compute a new array instead.",
            needs=(
                "the mean",
                "a standard deviation, not its square",
                "the divisor is the number of observations",
            ),
        ),
    ),
    due=pair_form("mu", "sigma"),
)
