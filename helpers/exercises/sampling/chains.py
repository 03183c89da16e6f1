"""Many chains that are asked for at once, and where they end."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.exercises.sampling import asks as put
from helpers.exercises.sampling.densities import Density, elsewhere
from helpers.reference import sampling as reference
from nbjudge.errors import OddAnswerError
from nbjudge.exercise.exercise import Answer, Probe, Rng

Array = np.ndarray


def ends(probe: Probe, answer: Answer, first: bool = False) -> Array:
    """The last state of every chain, or the first; how many a chain has is not judged here.

    Of fewer chains than were asked for nothing would be surprising.
    """
    states = answer.value["states"]
    place = 0 if first else -1
    found = np.array([np.asarray(chain, dtype=float).ravel()[place] for chain in states])
    if len(found) != len(probe.given["starts"]) or not np.isfinite(found).all():
        raise OddAnswerError("another number of chains, or states that are not finite")
    return found


def results(value: Any) -> list[Any]:
    """Samples and rate of every chain, or whatever came in their place."""
    if isinstance(value, list):
        return value
    return list(zip(value["states"], value["rates"], strict=True))


def ask_about(
    rng: Rng, target: Density, starts: Any, n: int, std: float, burn_in: int = 0, shift: float = 0.0
) -> Probe:
    """Expected are the states and moves of as many chains of the reference."""
    seed, n_steps = int(rng.integers(2**31)), n + burn_in
    given = {
        "target": target,
        "shift": shift,
        "starts": tuple(starts),
        "n_samples": n,
        "proposal_std": std,
        "burn_in": burn_in,
        "seed": seed,
    }
    log_target, places = put.log_density(target), np.array(given["starts"])
    return Probe(given, reference.metropolis(log_target, places, n_steps, std, rng))


def valley(rng: Rng, chains: int, n: int, burn_in: int = 0, shift: float = 0.0) -> Probe:
    x0, std = elsewhere(rng), float(rng.choice([0.4, 2.0]) * rng.uniform(0.9, 1.1))
    wedge = ("wedge", x0, (10.0 if shift else 20.0) / std, 0.0)
    return ask_about(rng, wedge, [x0] * chains, n, std, burn_in, shift)


def gentle(rng: Rng) -> Probe:
    """A long chain, after a long burn-in, where nearly every move is accepted."""
    x0, std = elsewhere(rng), float(rng.choice([0.4, 2.0]) * rng.uniform(0.9, 1.1))
    return ask_about(rng, ("wedge", x0, 1e-9 / std, 0.0), [x0], 1500, std, burn_in=500)


def lengths(probe: Probe, answer: Answer) -> Array:
    """How far the moves of a single chain lead, in units of the standard deviation that is due."""
    (states,) = answer.value["states"]
    found = np.abs(np.diff(np.asarray(states, dtype=float).ravel())) / probe.given["proposal_std"]
    return found[found > 1e-4]
