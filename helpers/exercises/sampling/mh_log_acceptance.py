"""log min(1, p(x') q(x | x') / (p(x) q(x' | x)))."""

from __future__ import annotations

import numpy as np

from helpers.exercises.sampling import asks as put
from helpers.exercises.sampling.densities import Density, mixture, steps
from helpers.reference import sampling as reference
from nbjudge.exercise.compare import close
from nbjudge.exercise.criteria import within
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Proposal = tuple[float, float, float]
VALUES = (
    "the ratio of the targets",
    "the proposal's correction",
    "log densities far below zero",
)


def ask_about(
    target: Density, proposal: Proposal, x_old: float, x_new: float, shift: float = 0.0
) -> Probe:
    log_target, log_proposal = put.log_density(target, shift), put.drifting(*proposal)
    expected = reference.mh_log_acceptance(log_target, log_proposal, x_old, x_new)
    given = {
        "target": target,
        "shift": shift,
        "proposal": proposal,
        "x_old": float(x_old),
        "x_new": float(x_new),
    }
    return Probe(given, expected)


def slope(rng: Rng, sign: int, shift: float = 0.0) -> list[Probe]:
    """Moves up or down a slope, proposed by a symmetric walk."""
    probes = []
    for _ in range(4):
        top, x = float(rng.normal()), rng.uniform(0.5, 2.0, size=2)
        high, low = top + x[0] * rng.choice([-1, 1]), top + x.sum() * rng.choice([-1, 1])
        hill = ("wedge", top, -float(rng.uniform(1, 3)), float(rng.uniform(-4, 4)))
        x_old, x_new = (low, high) if sign > 0 else (high, low)
        walk = (1.0, 0.0, float(rng.uniform(0.5, 2.0)))
        probes.append(ask_about(hill, walk, x_old, x_new, shift))
    return probes


def fall(rng: Rng, depth: float) -> Probe:
    """A move down a slope by so much in the logarithm, proposed by a symmetric walk."""
    top, steep = float(rng.normal()), float(rng.uniform(1, 3))
    x_old = top + float(rng.uniform(0.1, 0.5))
    x_new = x_old + depth * float(rng.uniform(1, 1.01)) / steep
    return ask_about(("wedge", top, -steep, 0.0), (1.0, 0.0, 300.0), x_old, x_new)


def downhill(rng: Rng) -> list[Probe]:
    return slope(rng, -1)


def uphill(rng: Rng) -> list[Probe]:
    return slope(rng, +1)


def deep(rng: Rng) -> list[Probe]:
    """Two tiny densities; and moves far down: to a probability that a small constant would
    outweigh, and to one that is no float any more."""
    falls = [fall(rng, depth) for depth in (50.0, 695.0, 800.0)]
    return slope(rng, -1, shift=-1e4) + slope(rng, 1, -1e4) + falls


def asymmetric(rng: Rng) -> list[Probe]:
    """Proposals pulled to one side, where the probability is below one and their share in it
    is far from one."""
    probes: list[Probe] = []
    while len(probes) < 4:
        target = mixture(rng, 0.0, 2.0, weight=0.4)
        proposal = (float(rng.uniform(0.3, 0.7)), float(rng.normal()), 1.0)
        x_old, x_new = rng.normal(scale=1.5, size=2)
        probe = ask_about(target, proposal, x_old, x_new)
        q = put.drifting(*proposal)
        if abs(q(x_old, x_new) - q(x_new, x_old)) > 0.3 and -8 < probe.expected < -0.3:
            probes.append(probe)
    return probes


def island(rng: Rng, x_old: float, x_new: float) -> list[Probe]:
    """Moves on a line with density only between zero and three."""
    target = steps(0.0, [1.0, 2.0], [0.3, 0.7])
    proposal = (float(rng.uniform(0.6, 0.9)), float(rng.normal()), float(rng.uniform(1, 2)))
    moved = rng.uniform(-0.4, 0.4, size=(2, 2))
    return [ask_about(target, proposal, x_old + a, x_new + b) for a, b in moved]


def off(rng: Rng) -> list[Probe]:
    return island(rng, 1.5, 4.5) + island(rng, 2.5, -0.5)


def onto(rng: Rng) -> list[Probe]:
    return island(rng, 4.5, 1.5)


def nowhere(rng: Rng) -> list[Probe]:
    return island(rng, 4.5, -0.5) + island(rng, 4.5, 5.5)


near = within(rtol=1e-5)


def either(probe: Probe, answer: Answer) -> bool:
    return close(answer.value, 0.0) or close(answer.value, -np.inf)


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "the ratio of the targets",
            1,
            downhill,
            near,
            "With a symmetric proposal only the target counts: its logarithm at the new point, "
            "less that at the old one.",
        ),
        Criterion(
            "the proposal's correction",
            2,
            asymmetric,
            near,
            "A proposal that favours one direction is made up for: multiply by the density of the "
            "way back, divide by that of the way there.",
        ),
        Criterion(
            "never above zero",
            1,
            uphill,
            near,
            "A probability is at most one, so its logarithm is at most zero.",
            needs=VALUES,
        ),
        Criterion(
            "log densities far below zero",
            0.5,
            deep,
            near,
            "Densities themselves underflow to zero. Subtract logarithms instead of dividing.",
        ),
        Criterion(
            "a new point of zero density",
            0.5,
            off,
            near,
            "A point of zero density is never moved to: the logarithm of that probability is "
            "minus infinity.",
            needs=VALUES,
        ),
        Criterion(
            "an old point of zero density",
            0.5,
            onto,
            near,
            "From a point of zero density every move to a better one is accepted.",
            needs=VALUES,
        ),
        Criterion(
            "zero density at both points",
            0.5,
            nowhere,
            either,
            "Minus infinity less minus infinity is not a number. Decide this case before you "
            "subtract.",
            needs=VALUES,
        ),
    ),
    due=form("log acceptance"),
)
