"""Σ (x_t − m)(x_{t+k} − m) / Σ (x_t − m)² for the lags 0 to max_lag."""

from __future__ import annotations

import numpy as np
from scipy.signal import lfilter

from helpers.reference import sampling as reference
from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import Test, unchanged, within
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def chain(rng: Rng, n: int) -> Array:
    """A chain whose mean over time is exactly zero, of any scale.

    Autoregressive of second order, so that no power of its first lag is a later one.
    """
    noise = rng.normal(scale=rng.uniform(0.3, 4.0), size=n)
    x = lfilter([1.0], [1.0, rng.choice([-0.3, 0.3]), -0.5], noise)
    return x - x.mean()


def ask_about(x: Array, max_lag: int) -> Probe:
    given = {"x": x.copy(), "max_lag": int(max_lag)}
    return Probe(given, reference.autocorrelation(x, max_lag))


def centred(rng: Rng) -> list[Probe]:
    """Long chains and short lags: here it makes no difference how the lags are normalised."""
    return [ask_about(chain(rng, n), 3) for n in (3000, 4000)]


def off_centre(rng: Rng) -> list[Probe]:
    chains = [(chain(rng, n), rng.uniform(5, 20)) for n in (3000, 4000)]
    return [
        ask_about(x + sign * mean * x.std(), 3)
        for (x, mean), sign in zip(chains, (1, -1), strict=True)
    ]


def short(rng: Rng) -> list[Probe]:
    """Few values and long lags, where every normalisation gives another number.

    One chain moves so little that a constant added to its sum of squares would outweigh it.
    """
    return [ask_about(scale * chain(rng, n), n // 2) for n, scale in ((20, 1.0), (31, 1e-9))]


def lags(rng: Rng) -> list[Probe]:
    x = chain(rng, 3000)
    return [ask_about(x, max_lag) for max_lag in (0, 1, 7)]


def later(rtol: float, atol: float) -> Test:
    """A test of the lags above zero; that they begin and end right is for ``complete``."""

    def test(probe: Probe, answer: Answer) -> bool:
        got, wanted = numbers(answer.value, (len(answer.value),)), probe.expected[1:]
        offered = (got[1 : len(wanted) + 1], np.append(got[1:], wanted[-1]), got)
        return any(len(o) == len(wanted) and close(o, wanted, rtol, atol) for o in offered)

    return test


complete = within(rtol=5e-3, atol=5e-3)  # what dividing by n − k instead of n makes of it
roughly = later(rtol=5e-3, atol=5e-3)
near = later(rtol=1e-4, atol=1e-5)


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "products at every lag",
            1,
            centred,
            roughly,
            "At lag k multiply each value by the one k steps later, add up, and divide by the sum "
            "of squares.",
        ),
        Criterion(
            "the mean is removed",
            1.5,
            off_centre,
            roughly,
            "Take the mean of the whole chain away first. Otherwise a chain far from zero looks "
            "correlated with everything.",
        ),
        Criterion(
            "one denominator for all lags",
            1,
            short,
            near,
            "Every lag is divided by the same sum of squares, that of the whole chain, though "
            "there are fewer products at longer lags.",
        ),
        Criterion(
            "the lags that were asked for",
            0.5,
            lags,
            complete,
            "The result has one value for every lag from zero to the largest, both included.",
        ),
        Criterion(
            "the chain is left alone",
            0.5,
            off_centre,
            unchanged("x"),
            "The chain was changed in place.",
            needs=(
                "products at every lag",
                "the mean is removed",
                "one denominator for all lags",
                "the lags that were asked for",
            ),
        ),
    ),
    due=form("autocorrelation (max_lag + 1,)"),
)
