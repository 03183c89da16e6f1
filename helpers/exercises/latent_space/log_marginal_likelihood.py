"""Simple Monte Carlo estimate of log p(x)."""

from __future__ import annotations

import numpy as np
from scipy import stats

from helpers.exercises.latent_space.scenes import estimate, fresh, measure, scene
from helpers.reference import latent_space as reference
from nbjudge.exercise import statistics
from nbjudge.exercise.compare import close, finite
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.draws import orthonormal, thrice
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

VALUES = (
    "the exponent of the density",
    "the constant of the density",
    "the log of the mean",
    "codes from the prior",
    "densities beyond the range of floats",
)
CALLS = 1000  # of the estimate from a single code
MANY = 1500  # codes in an estimate that is compared with the evidence


def exponents(rng: Rng) -> list[Probe]:
    """At the bias and away from it, decoders that ignore the code."""
    probes = []
    for L, d, n_samples in ((2, 3, 20), (1, 1, 5), (3, 6, 1)):
        base = scene(rng, L, d)
        offset = base.sigma * rng.uniform(0.5, 2.5, size=d)
        seed = fresh(rng)
        probes += [base.ignorant(o).ask(seed, n_samples) for o in (0.0, offset)]
    return probes


def constants(rng: Rng) -> list[Probe]:
    """At the bias, from a single code."""
    return [scene(rng, L, d).ignorant().ask(fresh(rng), 1) for L, d in ((2, 3), (1, 1), (3, 6))]


def sizes(rng: Rng) -> list[Probe]:
    base = scene(rng, 2, 3).ignorant(0.3)
    return [base.ask(fresh(rng), n_samples) for n_samples in (1, 7, 600)]


def varied(rng: Rng) -> list[Probe]:
    """Images that only codes in the tail of the prior explain."""
    probes = []
    for d in (2, 4, 1):
        base = scene(rng, 1, d, reach=2.0, sigma=float(rng.uniform(0.2, 0.5)))
        x = base.bias + rng.uniform(2.05, 2.2) * base.weights[0]
        probes += base._replace(x=x).measured(rng, MANY)
    return probes


def single(rng: Rng) -> list[Probe]:
    """Estimates from one code: first far enough to tell it, then with three numbers in it."""
    base = scene(rng, 1, 1)
    far = base._replace(x=base.bias + 9 * base.weights[0])
    return [*far.measured(rng, 1, CALLS), *scene(rng, 3, 4, reach=0.7).measured(rng, 1, CALLS)]


def tiny(rng: Rng) -> list[Probe]:
    """Far from every image, where all densities underflow; and so little noise in so many
    pixels that they overflow."""
    far = scene(rng, 2, 3, reach=20.0)
    far = far._replace(x=far.bias + 300 * far.sigma * orthonormal(rng, 1, 3)[0])
    sharp = scene(rng, 2, 200, sigma=float(rng.uniform(2e-3, 4e-3)))
    return [
        *far.measured(rng, 40),
        *sharp.measured(rng, 5),
        *far.ignorant(120 * far.sigma).measured(rng, 6),
    ]


def seeds(rng: Rng) -> list[Probe]:
    """One seed twice, then another."""
    return thrice(scene(rng, 2, 3).ask(fresh(rng), 40, calls=2))


def exponential(probes: list[Probe], answers: list[Answer]) -> bool:
    """Between the bias and another x the estimate falls by half a squared distance over σ²."""
    values = [estimate(answer) for answer in answers]
    wanted = [
        -0.5 * np.square((p.expected.x - p.expected.bias) / p.expected.sigma).sum()
        for p in probes[1::2]
    ]
    return close(np.subtract(values[1::2], values[::2]), wanted, rtol=1e-3)


def constant(probe: Probe, answer: Answer) -> bool:
    asked = probe.expected
    wanted = reference.log_densities(asked.x, asked.bias[None], asked.sigma)[0]
    return close(estimate(answer), wanted, rtol=1e-4, atol=1e-3)


def same(probes: list[Probe], answers: list[Answer]) -> bool:
    values = [estimate(answer) for answer in answers]
    return len(values) == len(probes) and bool(np.ptp(values) < 1e-3)


def log_of_mean(probes: list[Probe], answers: list[Answer]) -> bool:
    """The mean weight is the evidence, by Bernstein's bound on the mean of bounded weights.

    It allows a relative error below 0.5. The mean of the logs is off by a factor of thousands,
    the best code by more than ten.
    """
    bounds = []
    for asked, variance, falls in measure(probes, answers):
        if not 1 / 6 < variance / asked.sigma**2 < 6:
            return False  # no slip in the exponent, but another quantity
        own = (asked.x, asked.weights, asked.bias, float(np.sqrt(variance)))
        constant = reference.log_densities(asked.bias, asked.bias[None], own[-1])[0]
        ratio = float(np.exp(constant - falls[0] - reference.log_evidence(*own)))
        spread = reference.relative_weights(*own)
        bounds.append(statistics.bounded_mean_p(ratio, 1.0, *spread, MANY))
    return statistics.unsurprising(*bounds)


def from_prior(probes: list[Probe], answers: list[Answer]) -> bool:
    """Codes told from single estimates are standard normal, in every direction.

    Exact Kolmogorov-Smirnov tests, with a binomial test of the tails, which tell a uniform
    code of variance one from a normal one. More codes than asked for leave too little spread.
    """
    far, wide = measure(probes, answers)
    z = 9 - np.sqrt(far.squares.clip(0)) / np.linalg.norm(far.scene.weights)
    tails = int(np.count_nonzero(np.abs(z) > 2))
    weights, offset = wide.scene.weights, wide.scene.x - wide.scene.bias
    scale = np.square(weights[0]).sum()
    ahead = offset @ weights.T / scale  # the code whose image is nearest to x
    beside = np.square(offset - ahead @ weights).sum()
    radii = (wide.squares - beside) / scale
    return statistics.unsurprising(
        float(stats.kstest(z, stats.norm.cdf, method="exact").pvalue),
        statistics.count_p(tails, CALLS, 2 * stats.norm.sf(2)),
        float(stats.kstest(radii, stats.ncx2(3, ahead @ ahead).cdf, method="exact").pvalue),
    )


def in_range(probes: list[Probe], answers: list[Answer]) -> bool:
    """The squared distance that an estimate stands for is one that codes within 8 can have.

    A code of two numbers lies outside with probability 1e-14.
    """
    for measured in measure(probes, answers):
        reach = 8 * float(np.linalg.norm(measured.scene.weights, 2))
        offset = float(np.linalg.norm(measured.scene.x - measured.scene.bias))
        nearest, farthest = max(offset - reach, 0.0), offset + reach
        if not 0.999 * nearest**2 <= measured.squares[0] <= 1.001 * farthest**2:
            return False
    return True


def own_generator(probes: list[Probe], answers: list[Answer]) -> bool:
    first, again, other = (finite(answer.value, (2,)) for answer in answers)
    return np.array_equal(first, again) and not np.array_equal(first, other)


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "the exponent of the density",
            1.5,
            exponents,
            exponential,
            "The log density falls with the squared distance between x and the decoded code, "
            "halved and divided by the variance. Is sigma a variance or a standard deviation?",
            together=True,
        ),
        Criterion(
            "the constant of the density",
            1.5,
            constants,
            constant,
            "A Gaussian density has a constant in front: it depends on sigma, and counts once for "
            "every pixel.",
        ),
        Criterion(
            "the average over the codes",
            1,
            sizes,
            same,
            "More codes make the estimate steadier, not larger: a mean is a sum divided by how "
            "many there are.",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "the log of the mean",
            2.5,
            varied,
            log_of_mean,
            "The evidence is the mean density, and its logarithm comes last. The mean of the log "
            "densities is a lower bound, and can be far below.",
            together=True,
        ),
        Criterion(
            "codes from the prior",
            2,
            single,
            from_prior,
            "Every code has decode.n_latent independent standard normal numbers, and n_samples "
            "says how many codes are drawn.",
            together=True,
        ),
        Criterion(
            "densities beyond the range of floats",
            2,
            tiny,
            in_range,
            "Far from every image each density is too small for a float, and with many sharp "
            "pixels it is too large. Stay with logarithms (log-sum-exp).",
            together=True,
        ),
        Criterion(
            "randomness from rng",
            1,
            seeds,
            own_generator,
            "Equal generators must give equal estimates, and others another. Draw from rng and "
            "from nothing else.",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "the image is left alone",
            0.5,
            seeds,
            unchanged("x"),
            "The image x was changed in place.",
            needs=VALUES,
        ),
    ),
    due=form("estimate", results=list),
)
