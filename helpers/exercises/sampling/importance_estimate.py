"""Self-normalised importance sampling: an estimate and the weights (n,)."""

from __future__ import annotations

import numpy as np

from helpers.exercises.sampling import asks as put
from helpers.exercises.sampling.densities import Density, flat, mixture, steps
from helpers.reference import sampling as reference
from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray
TINY = 1e-15  # where an exponential may end as zero


def shares(answer: Answer, n: int) -> Array:
    """The weights divided by their sum: that they are normalised is for one criterion to judge."""
    weights = numbers(answer.value[1], (n,))
    with np.errstate(invalid="ignore", divide="ignore"):  # NaN is weighed like any wrong number
        return weights / weights.sum()


def ask_about(
    integrand: str, target: Density, shift: float, proposal: Density, samples: Array
) -> Probe:
    f, log_target = put.INTEGRANDS[integrand], put.log_density(target, shift)
    expected = reference.importance_estimate(f, log_target, put.log_density(proposal), samples)
    return Probe(
        {
            "integrand": integrand,
            "target": target,
            "shift": shift,
            "proposal": proposal,
            "samples": samples.copy(),
        },
        expected,
    )


def even(rng: Rng, shifts: tuple[float, ...], n: int = 40) -> list[Probe]:
    """Proposals of one density everywhere: a forgotten one has a criterion of its own."""
    probes = []
    for integrand, shift in zip(("cube", "square", "wave"), shifts, strict=False):
        start, width = float(rng.normal()), float(rng.uniform(5, 8))
        target = mixture(rng, start + width / 2, 2.5, weight=0.3)
        samples = start + width * rng.random(n)
        probe = ask_about(integrand, target, shift, flat(start, width), samples)
        probes.append(probe)
    return probes


def unnormalised(rng: Rng) -> list[Probe]:
    return even(rng, (0.0, float(rng.uniform(1, 3)), -2.0))


def huge(rng: Rng) -> list[Probe]:
    return even(rng, (float(rng.uniform(1000, 1200)),))


def tiny(rng: Rng) -> list[Probe]:
    return even(rng, (float(rng.uniform(-1200, -1000)),))


def uneven(rng: Rng) -> list[Probe]:
    """A normal proposal, off the target's centre; and one draw alone."""
    probes = []
    for integrand, n in (("wave", 60), ("cube", 30), ("square", 1)):
        centre = float(rng.normal())
        proposal = ("normal", centre + 1.0, float(rng.uniform(1.5, 2.5)))
        samples = rng.normal(*proposal[1:], size=n)
        target = mixture(rng, centre, 2.5, weight=0.3)
        probes.append(ask_about(integrand, target, 1.0, proposal, samples))
    return probes


def with_gaps(rng: Rng) -> list[Probe]:
    """Some draws fall where the target is zero: its logarithm is −inf there."""
    probes = []
    for integrand in ("beyond", "cube"):
        start = float(rng.normal())
        target = steps(start, [1.0, 1.0, 2.0], [0.3, 0.0, 0.7])
        pieces = start + np.array([-0.5, 0.5, 1.5, 2.5, 3.5, 4.5])
        samples = rng.permutation(np.repeat(pieces, 4) + rng.uniform(-0.4, 0.4, size=24))
        probe = ask_about(integrand, target, 0.5, flat(start - 1.0, 6.0), samples)
        probes.append(probe)
    return probes


def estimate(probe: Probe, answer: Answer) -> bool:
    value, _ = answer.value
    return close(value, probe.expected[0], rtol=1e-4, atol=1e-6)


def normalised(probe: Probe, answer: Answer) -> bool:
    _, weights = answer.value
    return close(weights, probe.expected[1], rtol=1e-4, atol=TINY)


def weighed(probe: Probe, answer: Answer) -> bool:
    """The weights are right up to a factor, and the estimate is a number at least."""
    value, _ = answer.value
    expected = probe.expected[1]
    right = close(shares(answer, len(expected)), expected, rtol=1e-4, atol=TINY)
    return right and bool(np.isfinite(numbers(value, ())))


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "the weighted mean",
            1.5,
            unnormalised,
            estimate,
            "The estimate is the mean of f under weights that sum to one. Then the target's "
            "constant cancels.",
        ),
        Criterion(
            "weights that sum to one",
            1,
            unnormalised,
            normalised,
            "Return the weights after dividing them by their sum, one for every draw.",
        ),
        Criterion(
            "the proposal in the weights",
            2,
            uneven,
            weighed,
            "A draw counts by how much likelier it is under the target than under the proposal it "
            "came from.",
        ),
        Criterion(
            "huge log weights",
            1,
            huge,
            weighed,
            "The exponential of a large number overflows. Only differences of log weights matter, "
            "so subtract the largest first.",
        ),
        Criterion(
            "tiny log weights",
            0.5,
            tiny,
            weighed,
            "When every weight underflows, zero is divided by zero. Only differences of log "
            "weights matter, so subtract the largest first.",
        ),
        Criterion(
            "draws where the target is zero",
            0.5,
            with_gaps,
            weighed,
            "A draw where the target's logarithm is minus infinity has the weight zero, and the "
            "others keep theirs.",
        ),
        Criterion(
            "the samples are left alone",
            0.5,
            unnormalised,
            unchanged("samples"),
            "The samples were changed in place.",
            needs=(
                "the weighted mean",
                "weights that sum to one",
                "the proposal in the weights",
                "huge log weights",
                "tiny log weights",
                "draws where the target is zero",
            ),
        ),
    ),
    due=form("estimate", "weights (n,)"),
)
