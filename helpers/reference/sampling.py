"""Reference answers of section 03: rejection, importance weights, Markov chains."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.special import logsumexp

Array = np.ndarray
Density = Callable[[Array], Array]
Rng = np.random.Generator


def rejection_constant(target_pdf: Density, proposal_pdf: Density, grid: Array) -> float:
    """Smallest M with p ≤ M q on the grid: the largest p/q where p > 0 (Bishop 2006, 11.1.2)."""
    p, q = target_pdf(grid), proposal_pdf(grid)
    return float(np.max(p[p > 0] / q[p > 0]))


def rejection_sample(
    target_pdf: Density,
    proposal_sample: Callable[[int, Rng], Array],
    proposal_pdf: Density,
    M: float,
    n_samples: int,
    rng: Rng,
) -> tuple[Array, float]:
    """Draws (n,) from p and the share of proposals that were accepted (von Neumann 1951).

    Raises ``ValueError`` where p > M q is seen.
    """
    accepted, n_accepted, n_proposed = [np.empty(0)], 0, 0
    while n_accepted < n_samples:
        x = proposal_sample(n_samples, rng)
        p, ceiling = target_pdf(x), M * proposal_pdf(x)
        if np.any(p > ceiling * (1 + 1e-9)):
            raise ValueError("M is too small")
        accepted.append(x[rng.random(n_samples) * ceiling < p])
        n_accepted += len(accepted[-1])
        n_proposed += n_samples
    return np.concatenate(accepted)[:n_samples], n_accepted / max(n_proposed, 1)


def importance_estimate(
    f: Density, log_target: Density, log_proposal: Density, samples: Array
) -> tuple[float, Array]:
    """Self-normalised estimate of E_p[f] and its weights (n,) (Owen 2013, eq. 9.6)."""
    log_weights = log_target(samples) - log_proposal(samples)
    weights = np.exp(log_weights - logsumexp(log_weights))
    return float(weights @ f(samples)), weights


def effective_sample_size(weights: Array) -> float:
    """(Σw)² / Σw² (Kish 1965)."""
    return float(weights.sum() ** 2 / np.square(weights).sum())


def metropolis(
    log_target: Density, starts: Array, n_steps: int, proposal_std: float, rng: Rng
) -> tuple[Array, Array]:
    """Random-walk Metropolis, one chain a start, side by side (Metropolis et al. 1953).

    The states after every step (chains, n_steps), and whether each step was accepted.
    """
    x, log_p = starts, log_target(starts)
    states, moved = [], []
    for _ in range(n_steps):
        x_new = x + proposal_std * rng.standard_normal(len(x))
        log_p_new = log_target(x_new)
        accept = np.log(rng.random(len(x))) < log_p_new - log_p
        x, log_p = np.where(accept, x_new, x), np.where(accept, log_p_new, log_p)
        states.append(x)
        moved.append(accept)
    return np.array(states).T, np.array(moved).T


def metropolis_hastings(
    log_target: Density, x0: float, n_samples: int, proposal_std: float, burn_in: int, rng: Rng
) -> tuple[Array, float]:
    """One chain: the states after the burn-in (n_samples,), the acceptance rate of all steps."""
    steps = burn_in + n_samples
    states, moved = metropolis(log_target, np.array([x0]), steps, proposal_std, rng)
    return states[0, burn_in:], float(moved.mean())


def mh_log_acceptance(
    log_target: Callable[[float], float],
    log_proposal: Callable[[float, float], float],
    x_old: float,
    x_new: float,
) -> float:
    """log min(1, p(x') q(x | x') / (p(x) q(x' | x))) (Hastings 1970, eq. 8)."""
    log_old, log_new = log_target(x_old), log_target(x_new)
    if np.isneginf(log_new):
        return -np.inf
    if np.isneginf(log_old):
        return 0.0
    hastings = log_proposal(x_old, x_new) - log_proposal(x_new, x_old)
    return float(min(0.0, log_new - log_old + hastings))


def autocorrelation(x: Array, max_lag: int) -> Array:
    """Σ (x_t − m)(x_{t+k} − m) / Σ (x_t − m)², k = 0…max_lag (Box & Jenkins 1976, eq. 2.1.11)."""
    centred = x - x.mean()
    sums = [centred[: len(x) - k] @ centred[k:] for k in range(max_lag + 1)]
    return np.array(sums) / sums[0]
