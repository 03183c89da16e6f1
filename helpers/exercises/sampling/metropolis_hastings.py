"""A random walk that accepts by the ratio of densities: states (n,) and the acceptance rate.

Chains are correlated, so every test looks at one state of many short chains, independent of
each other, and is exact: they start from the target itself, where each state has its law, or
all in one place, to be compared with as many chains of the reference. A wedge is the steep
valley between two slopes without end, with x0 at its bottom: there the first move is always
accepted, later ones only outwards, and an answer that never goes downhill is right.
"""

from __future__ import annotations

import numpy as np
from scipy import stats

from helpers.exercises.sampling.chains import (
    ask_about,
    ends,
    gentle,
    lengths,
    results,
    valley,
)
from helpers.exercises.sampling.coins import own_generator, seeds
from helpers.exercises.sampling.densities import cdf, draws, elsewhere, gumbel, pieces, steps
from nbjudge.exercise import statistics
from nbjudge.exercise.compare import numbers
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

SHARE_BELOW = 0.3  # of the low plateau
BURN_IN, KEPT = 7, 5  # without a common divisor, so that no rate of one is one of all
VALUES = (
    "one proposal a step",
    "downhill moves in proportion",
    "log densities far below zero",
    "the rate of all steps",
)


def sizes(rng: Rng) -> list[Probe]:
    probes = []
    for n, burn_in in ((1, 0), (6, 0), (5, 3)):
        target = gumbel(rng)
        starts = draws(target, 3, rng)
        probes.append(ask_about(rng, target, starts, n, target[2], burn_in))
    return probes


def descent(rng: Rng) -> list[Probe]:
    """From far up on both sides of a peak."""
    x0, std = float(rng.normal()), float(rng.uniform(0.5, 2.0))
    peak = ("wedge", x0, -1.5 / std, 0.0)
    starts = [x0 + 60 * std, x0 - 60 * std]
    return [ask_about(rng, peak, starts, 40, std, burn_in=500)]


def early(rng: Rng) -> list[Probe]:
    """The first two states; the second alone, after a burn-in of one step; and a long chain."""
    return [valley(rng, 800, n=2), valley(rng, 1500, n=1, burn_in=1), gentle(rng)]


def at_home(rng: Rng) -> list[Probe]:
    """Chains that start from the target itself, so that every state has its law.

    First small steps on a skewed target, nearly all accepted. Then two plateaus, a high one,
    narrow, and a low one, wide: most moves are rejected, and of those accepted on the high one
    a good part leads down, so a record of accepted moves alone has far too many on the low one.
    """
    skewed = gumbel(rng)
    plateaus = steps(elsewhere(rng), [0.2, 0.3, 1.0], [1 - SHARE_BELOW, 0, SHARE_BELOW])
    return [
        ask_about(rng, skewed, draws(skewed, 300, rng), 20, 0.3 * skewed[2]),
        ask_about(rng, plateaus, draws(plateaus, 500, rng), 18, 1.5),
    ]


def deep_valley(rng: Rng) -> list[Probe]:
    return [valley(rng, 20, n=80, shift=-1e4)]


def counted(rng: Rng) -> list[Probe]:
    return [valley(rng, 150, KEPT, BURN_IN), valley(rng, 100, n=1)]


def complete(probe: Probe, answer: Answer) -> bool:
    chains = len(probe.given["starts"])
    states = numbers(answer.value["states"], (chains, probe.given["n_samples"]))
    rates = numbers(answer.value["rates"], (chains,))
    return bool(np.isfinite(states).all() and np.isfinite(rates).all())


def normal_moves(probes: list[Probe], answers: list[Answer]) -> bool:
    """The first move is normal: its distribution, and how often it is large.

    Where the start itself was recorded, it is the state after it. Moves of a long chain are as
    long, so that a deviation that adapts is seen from a tenth on; an answer that hardly moves
    there has not shown how it does.
    """
    x0, std = probes[0].given["starts"][0], probes[0].given["proposal_std"]
    first, last = ends(probes[0], answers[0], first=True), ends(probes[0], answers[0])
    moves = (np.where(first == x0, last, first) - x0) / std
    large = [
        statistics.count_p((np.abs(moves) > z).sum(), len(moves), 2 * stats.norm.sf(z))
        for z in (2.0, 3.0)
    ]
    later = lengths(probes[2], answers[2])
    if len(later) > 100:
        total = np.square(later).sum()
        large += [2 * min(stats.chi2.sf(total, len(later)), stats.chi2.cdf(total, len(later)))]
        large += [statistics.distribution_p(later, stats.halfnorm.cdf)]
    return statistics.unsurprising(statistics.distribution_p(moves, stats.norm.cdf), *large)


def start_left_out(probes: list[Probe], answers: list[Answer]) -> bool:
    """Hardly any chain begins where it started; a right one never does."""
    first = ends(probes[0], answers[0], first=True)
    return float((first == probes[0].given["starts"][0]).mean()) < 0.9


def burnt(probe: Probe, answer: Answer) -> bool:
    """Both chains have come down. One of them stays up with probability below 1e-10."""
    height = np.abs(ends(probe, answer, first=True) - probe.given["target"][1])
    return bool((height < 20 * probe.given["proposal_std"]).all())


def decided(probes: list[Probe], answers: list[Answer]) -> bool:
    """The first move is always made, and the second state distributed like the reference's.

    An answer that records its start is one step behind: that has its own criterion.
    """
    first = ends(probes[0], answers[0], first=True) != probes[0].given["starts"][0]
    behind = not first.any()
    x0, (states, _) = probes[1].given["starts"][0], probes[1].expected
    expected = np.abs(states[:, 0 if behind else 1] - x0)
    p = statistics.same_p(np.abs(ends(probes[1], answers[1]) - x0), expected)
    return (behind or bool(first.all())) and statistics.unsurprising(p)


def stays_recorded(probes: list[Probe], answers: list[Answer]) -> bool:
    """Not too many chains end on the low plateau; the other side is ``balanced``'s."""
    given = probes[1].given
    shape = (len(given["starts"]), given["n_samples"])
    states = numbers(answers[1].value["states"], shape)
    low = int((pieces(given["target"], states[:, -1]) == 2).sum())
    return statistics.unsurprising(stats.binom.sf(low - 1, len(states), SHARE_BELOW))


def balanced(probes: list[Probe], answers: list[Answer]) -> bool:
    """The skewed target keeps its law, though its chains move, and the low plateau is not
    given up."""
    smooth, last = map(ends, probes, answers)
    moved = np.abs(smooth - probes[0].given["starts"]) > 1e-3 * probes[0].given["proposal_std"]
    p = statistics.distribution_p(smooth, cdf(probes[0].given["target"]))
    places = pieces(probes[1].given["target"], last)
    low = stats.binom.cdf((places == 2).sum(), len(places), SHARE_BELOW)
    inside = np.isin(places, (0, 2)).all() and moved.mean() > 0.5
    return bool(inside) and statistics.unsurprising(p, low)


def climbs(probe: Probe, answer: Answer) -> bool:
    """Outwards by 32 standard deviations, each chain within 6 or so; a free walk comes to 7.

    The mean of twenty chains is below 12 with a probability under 1e-20. They begin where they
    were told to, far from zero. A wrong deviation is not counted here.
    """
    x0, std = probe.given["starts"][0], probe.given["proposal_std"]
    early, late = (np.abs(ends(probe, answer, first) - x0) / std for first in (True, False))
    return bool(early.max() < 0.9 * abs(x0) / std) and 12 < float(late.mean()) < 150


def all_steps(probe: Probe, answer: Answer) -> bool:
    """Rates are whole numbers over all steps, distributed like the reference's."""
    _, moved = probe.expected
    chains, n_steps = moved.shape
    counts = numbers(answer.value["rates"], (chains,)) * n_steps
    whole = np.round(counts)
    p = statistics.same_p(whole, moved.sum(axis=1))
    near = np.abs(counts - whole).max() < 1e-4 and whole.max() <= n_steps
    return bool(near) and statistics.unsurprising(p)


EXERCISE = Exercise(
    __name__,
    points=5,
    criteria=(
        Criterion(
            "n states and a rate",
            0.5,
            sizes,
            complete,
            "The result is an array of as many states as were asked for, even a single one, and "
            "one acceptance rate.",
            needs=VALUES,
        ),
        Criterion(
            "a normal random walk",
            1,
            early,
            normal_moves,
            "A proposal is the present state plus normal noise, whose standard deviation, not "
            "variance, is given.",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "the start is not recorded",
            0.5,
            early,
            start_left_out,
            "Record the state after each step. Where the chain starts is not one of its samples.",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "burn-in is thrown away",
            1,
            descent,
            burnt,
            "The first steps, as many as the burn-in says, are taken but not recorded: the "
            "samples begin after them.",
            needs=VALUES,
        ),
        Criterion(
            "one proposal a step",
            0.5,
            early,
            decided,
            "Each step, of the burn-in too, makes one proposal and accepts it with the smaller of "
            "one and the ratio of densities. There are exactly as many steps as were asked for.",
            together=True,
        ),
        Criterion(
            "rejected moves repeat the state",
            1.5,
            at_home,
            stays_recorded,
            "When a move is rejected the chain stays, and where it stays is recorded once more. "
            "What is the time share of a state that is hard to leave?",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "downhill moves in proportion",
            1.5,
            at_home,
            balanced,
            "A move to a lower density is sometimes accepted: with a probability that is the ratio "
            "of the two densities.",
            together=True,
        ),
        Criterion(
            "log densities far below zero",
            1,
            deep_valley,
            climbs,
            "Densities themselves underflow to zero. Compare the logarithm of a uniform number "
            "with a difference of log densities.",
        ),
        Criterion(
            "the rate of all steps",
            1,
            counted,
            all_steps,
            "The acceptance rate is accepted moves over all steps taken, those of the burn-in "
            "included, above and below the fraction.",
        ),
        Criterion(
            "randomness from rng",
            0.5,
            seeds,
            own_generator,
            "Equal generators must give equal chains and others new ones. Draw from rng and from "
            "nothing else.",
            together=True,
            needs=VALUES,
        ),
    ),
    due=form("samples (n,)", "acceptance rate", results=results),
    seconds=60.0,
)
