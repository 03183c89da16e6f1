"""Draws by rejection, and the share of the proposals that was accepted.

False rejects of a right answer: at most 1e-6 for each criterion (Kolmogorov and Smirnov's test
is exact, the rate's is a bound that holds for every way of stopping). The laws of the wrong
answers in the bank differ from the target's by 0.15 and more where 0.06 is noticed.
"""

from __future__ import annotations

import numpy as np

from helpers.exercises.sampling import asks as put
from helpers.exercises.sampling.densities import Density, cdf, flat, mixture, steps
from helpers.reference import sampling as reference
from nbjudge.exercise import statistics
from nbjudge.exercise.compare import numbers
from nbjudge.exercise.draws import thrice
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray

N = 1500  # draws of a probe of the distribution
VALUES = (
    "n accepted draws",
    "draws of the target",
    "a proposal that is not flat",
    "the acceptance rate",
)


def drawn(answer: Answer, at_least: int = 100) -> Array:
    """The draws, however many there are: that is counted against one criterion alone."""
    samples, _ = answer.value["pair"]
    samples = numbers(samples, (len(samples),))
    if len(samples) < at_least or not np.isfinite(samples).all():
        raise ValueError("too few draws, or not finite")
    return samples


def ask_about(
    rng: Rng, target: Density, scale: float, proposal: Density, M: float, n_samples: int
) -> Probe:
    """M is sent in units of the smallest one that covers the target."""
    grid = np.linspace(-30, 30, 60_001)
    if target[0] == "steps":
        grid = np.append(grid, target[1])
    grid = grid[put.pdf(proposal)(grid) > 0]
    smallest = reference.rejection_constant(put.pdf(target, scale), put.pdf(proposal), grid)
    given = {
        "target": target,
        "scale": scale,
        "proposal": proposal,
        "M": M * smallest,
        "n_samples": n_samples,
        "seed": int(rng.integers(2**31)),
    }
    return Probe(given, scale / (M * smallest))


def uneven(rng: Rng, start: float, share: float) -> Density:
    """Steps of total width one with a gap; the highest, wide enough to be hit often, is told.

    ``share`` is one over the highest density.
    """
    high = 0.4 / share
    rest = (1 - high) * np.array([0.35, 0.65])
    return steps(start, [0.25, 0.4, 0.05, 0.3], [rest[0], high, 0.0, rest[1]])


def flat_proposal(rng: Rng) -> list[Probe]:
    """The target is many times higher than one, so a forgotten q or M is seen."""
    centre = float(rng.normal())
    target = mixture(rng, centre, 3.5, weight=0.2)
    scale = float(rng.uniform(80, 120))
    proposal = flat(centre - 4.5, 9.0)
    return [ask_about(rng, target, scale, proposal, 1.1, N)]


def uneven_proposal(rng: Rng) -> list[Probe]:
    """A normal around one peak of two, a ramp, and a ramp so wide that a constant added to the
    densities would outweigh them."""
    target = mixture(rng, float(rng.normal()), 3.6, weight=0.3)
    around = ("normal", target[2][0], 3.0)
    probes = [ask_about(rng, target, float(rng.uniform(0.2, 0.4)), around, 1.05, N)]
    for unit in (1.0, 1e20):
        start = unit * float(rng.normal())
        widths = [0.5 * unit, unit, 0.5 * unit]
        stairs = steps(start + unit, widths, [0.5, 0.2, 0.3])
        probes.append(ask_about(rng, stairs, 1.0, ("ramp", start, start + 3 * unit), 1.2, N))
    return probes


def rates(rng: Rng) -> list[Probe]:
    """Proposals of density one, so that a forgotten q is not counted against the rate.

    Two rates of many proposals; and some of so few that a proposal miscounted is seen.
    """
    probes = []
    few = [(0.7, 1.12, 2.0, n) for n in (1, 2) for _ in range(6)]
    for share, M, scale, n in ((0.45, 1.5, 7.0, 3000), (0.7, 1.12, 0.2, 300), *few):
        start, scale = float(rng.normal()), scale * float(rng.uniform(0.8, 1.2))
        target = uneven(rng, start, share)
        probes.append(ask_about(rng, target, scale, flat(start, 1.0), M, n))
    return probes


def sizes(rng: Rng) -> list[Probe]:
    probes = []
    for n in (1, 2, 400):
        start = float(rng.normal())
        target = uneven(rng, start, 0.5)
        probes.append(ask_about(rng, target, 2.0, flat(start, 1.0), 1.3, n))
    return probes


def none(rng: Rng) -> list[Probe]:
    start = float(rng.normal())
    target = uneven(rng, start, 0.5)
    return [ask_about(rng, target, 2.0, flat(start, 1.0), 1.3, 0)]


def too_small(rng: Rng) -> list[Probe]:
    """M too small on two proposals of five, by little and by much; then one that will do."""
    start = float(rng.normal())
    target = uneven(rng, start, 0.6)
    return [ask_about(rng, target, 0.1, flat(start, 1.0), M, 400) for M in (0.98, 0.6, 1.05)]


def seeds(rng: Rng) -> list[Probe]:
    """The same seed twice, then another; and again with proposals that are always the same ones,
    where the coins alone decide."""
    coins = {**sizes(rng)[-1].given, "replayed": int(rng.integers(2**31))}
    return [*thrice(sizes(rng)[-1]), *thrice(Probe(coins))]


def enough(probe: Probe, answer: Answer) -> bool:
    """So many draws, none where the target is zero, and not one of them again and again."""
    samples, rate = answer.value["pair"]
    samples = numbers(samples, (probe.given["n_samples"],))
    supported = np.isfinite(put.log_density(probe.given["target"])(samples)).all()
    varied = len(samples) < 100 or np.ptp(samples) > 0
    return bool(supported and varied and np.isfinite(numbers(rate, ())))


def distributed(probes: list[Probe], answers: list[Answer]) -> bool:
    """Ties betray draws that are repeated; a few are due to single precision."""
    p_values = []
    for probe, answer in zip(probes, answers, strict=True):
        samples = drawn(answer)
        if len(np.unique(samples)) <= 0.9 * len(samples):
            return False
        p_values.append(statistics.distribution_p(samples, cdf(probe.given["target"])))
    return statistics.unsurprising(*p_values)


def rate(probes: list[Probe], answers: list[Answer]) -> bool:
    """Surprising by no probe, and none that the proposals drawn cannot give."""
    p_values = []
    for probe, answer in zip(probes, answers, strict=True):
        rate = float(numbers(answer.value["pair"][1], ()))
        p_values.append(statistics.rate_p(rate, probe.given["n_samples"], probe.expected))
        if rate > 1 + 1e-6 or 0 < rate * answer.value["proposed"] < 1 - 1e-6:
            return False
    return statistics.unsurprising(*p_values)


def empty(probe: Probe, answer: Answer) -> bool:
    samples, _ = answer.value["pair"]
    return numbers(samples, (0,)).size == 0


def refused(probes: list[Probe], answers: list[Answer]) -> bool:
    *small, enough = answers
    refusals = [answer.raised("ValueError") for answer in small]
    return refusals == [True, True] and len(enough.value["pair"]) == 2


def own_generator(probes: list[Probe], answers: list[Answer]) -> bool:
    """Equal seeds give equal results and others do not, also if the proposals are the same.

    If they are not told to be, hardly any of them is.
    """
    draws = [drawn(answer, at_least=20) for answer in answers]
    results = [
        np.append(d, numbers(a.value["pair"][1], ())) for d, a in zip(draws, answers, strict=True)
    ]
    shared = float(np.isin(draws[0], draws[2]).mean())
    return shared < 0.1 and all(
        np.array_equal(first, again) and not np.array_equal(first, other)
        for first, again, other in (results[:3], results[3:])
    )


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "n accepted draws",
            1,
            sizes,
            enough,
            "The result holds as many draws as were asked for, all of them accepted, whatever it "
            "takes; and a rate.",
        ),
        Criterion(
            "draws of the target",
            2,
            flat_proposal,
            distributed,
            "Accept a proposal where a fresh uniform number falls below the target over M times "
            "the proposal density.",
            together=True,
        ),
        Criterion(
            "a proposal that is not flat",
            2,
            uneven_proposal,
            distributed,
            "Where the proposal puts many points, fewer of them may stay: its density belongs "
            "under the target, beside M.",
            together=True,
        ),
        Criterion(
            "the acceptance rate",
            1,
            rates,
            rate,
            "The rate counts accepted over proposed, of the same proposals. One over M is the "
            "rate only where both densities are normalised.",
            together=True,
        ),
        Criterion(
            "no draws wanted",
            0.5,
            none,
            empty,
            "Asked for no draws, return an empty array, and divide by nothing.",
            needs=VALUES,
        ),
        Criterion(
            "an M that is too small",
            1,
            too_small,
            refused,
            "Where the target rises above M times the proposal the draws would be wrong: raise a "
            "ValueError, and only there.",
            together=True,
        ),
        Criterion(
            "randomness from rng",
            0.5,
            seeds,
            own_generator,
            "Equal generators must give equal draws and others new ones. Draw from rng and from "
            "nothing else.",
            together=True,
            needs=VALUES,
        ),
    ),
    due=form("samples (n,)", "acceptance rate", results=lambda value: [value["pair"]]),
)
