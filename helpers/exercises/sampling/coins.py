"""Chains that tell whether their noise and their coins come from the generator they were given."""

from __future__ import annotations

import numpy as np

from helpers.exercises.sampling.chains import ask_about
from helpers.exercises.sampling.densities import elsewhere
from nbjudge.exercise.draws import thrice
from nbjudge.exercise.exercise import Answer, Probe, Rng

Array = np.ndarray


def canyon(rng: Rng) -> Probe:
    """A valley so steep that hardly any move inwards is made: the noise alone decides, also in
    the burn-in. In one chain of seven a coin counts."""
    x0, std = elsewhere(rng), float(rng.uniform(0.5, 2.0))
    return ask_about(rng, ("wedge", x0, 100.0 / std, 0.0), [x0], 30, std, burn_in=10)


def tower(rng: Rng, chains: int, n: int, leave: float, burn_in: int = 0) -> Probe:
    """From a tower on a plain: every move leads off it, and is accepted with this probability.

    How long a chain stays on it is for the coins alone to decide, not for the noise.
    """
    x0, std = elsewhere(rng), float(rng.uniform(0.5, 2.0))
    edges = tuple(x0 + std * edge for edge in (-1e3, -1e-6, 1e-6, 1e3))
    target = ("steps", edges, (1.0, 1 / leave, 1.0))
    return ask_about(rng, target, [x0] * chains, n, std, burn_in)


def stays(probe: Probe, answer: Answer) -> Array:
    """How many states of each chain from a tower are still there, (chains,)."""
    x0, reach = probe.given["starts"][0], 1e-4 * probe.given["proposal_std"]
    chains = [np.asarray(chain, dtype=float) for chain in answer.value["states"]]
    return np.array([np.count_nonzero(np.abs(chain - x0) < reach) for chain in chains])


def seeds(rng: Rng) -> list[Probe]:
    """Where noise decides: the same seed twice, then another. Where coins do: the same twice."""
    coins, rare = tower(rng, 20, n=8, leave=0.2, burn_in=2), tower(rng, 10, n=150, leave=0.02)
    return [*thrice(canyon(rng)), *thrice(coins)[:2], rare]


def one_for_all(probe: Probe, answer: Answer) -> bool:
    """Whether all chains leave their tower after the same number of steps, and not at once.

    Then they have but one sequence of coins. Of a right answer: below 1e-12.
    """
    found = stays(probe, answer)
    return bool((found == found[0]).all()) and 0 < found[0] < probe.given["n_samples"]


def own_generator(probes: list[Probe], answers: list[Answer]) -> bool:
    """Equal seeds give equal chains; another seed gives other noise, and other coins."""
    first, again, other = (np.array(a.value["states"], dtype=float) for a in answers[:3])
    noise = first.size > 5 and np.array_equal(first, again) and np.isin(first, other).mean() < 0.5
    coins, alike = map(stays, probes[3:5], answers[3:5])
    shared = map(one_for_all, probes[3::2], answers[3::2])
    return noise and np.array_equal(coins, alike) and not any(shared)
