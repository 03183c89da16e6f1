"""Visible checks of section 03: small cases by hand, and samples whose law is known."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from helpers.checks import Line, array, close, register
from helpers.plots import Array

Function = Callable[..., Any]


def _pair(value: Any, what: str) -> tuple[Line, tuple[Any, Any] | None]:
    """A line on whether two results came back, and the two, else None."""
    try:
        first, second = value
    except (TypeError, ValueError):
        return Line(False, what, f"two results are expected, yours is {type(value).__name__}"), None
    return Line(True, what), (first, second)


def _triangle(size: Any, rng: np.random.Generator) -> Any:
    """Draws from 2(1 − x) on [0, 1]."""
    return 1 - np.sqrt(rng.random(size))


def _triangle_pdf(x: Any) -> Any:
    return 2 * (1 - x)


@register(
    "rejection_constant",
    "ratios that peak away from the target's peak, places where both "
    "densities vanish, unnormalised targets",
)
def rejection_constant(function: Function) -> Iterator[Line]:
    """Two ratios that are known, one with 0/0 at the end of the grid, and a scaled target."""
    grid = np.linspace(-3, 3, 7)
    line, mine = array(
        function(lambda x: np.exp(-(x**2) / 2), lambda x: np.exp(-(x**2) / 8) / 2, grid), (), "M"
    )
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, 2),
        "a bell under one that is twice as wide and half as high: M = 2",
        f"yours is {mine:.4f}",
    )
    grid = np.linspace(0, 1, 11)

    def arch(x: Any) -> Any:
        return 6 * x * (1 - x)

    line, mine = array(function(arch, _triangle_pdf, grid), (), "M where both vanish at one end")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, 2.7),
        "6x(1−x) over 2(1−x) is 3x: 2.7 at the last point that counts",
        f"yours is {mine:.4f}; the largest ratio, not the ratio of what is largest",
    )
    scaled = function(lambda x: 5 * arch(x), _triangle_pdf, grid)
    yield Line(
        close(scaled, 13.5),
        "a target five times as high: M five times as large",
        f"yours goes from {mine:.4f} to {scaled:.4f}",
    )


@register(
    "rejection_sample",
    "proposals that are not uniform, unnormalised targets, the rate over "
    "all proposals, a too small M, n_samples = 0, draws from rng alone",
)
def rejection_sample(function: Function) -> Iterator[Line]:
    """x(1 − x) from a triangle: mean 1/2, a third is accepted, M = 1/2."""

    def run(n: int, M: float, seed: int) -> Any:
        rng = np.random.default_rng(seed)
        return function(lambda x: x * (1 - x), _triangle, _triangle_pdf, M, n, rng)

    line, pair = _pair(run(3000, 0.5, 1), "samples and a rate come back")
    yield line
    if pair is None:
        return
    line, x = array(pair[0], (3000,), "3000 samples asked for")
    yield line
    line, rate = array(pair[1], (), "the rate")
    yield line
    if x is None or rate is None:
        return
    yield Line(
        bool(abs(x.mean() - 0.5) < 0.03),
        "target x(1−x), proposal 2(1−x): mean 1/2",
        f"yours has mean {x.mean():.3f}; does your rule divide by the proposal's density?",
    )
    yield Line(
        bool(abs(rate - 1 / 3) < 0.04),
        "with M = 1/2 a third of the proposals is accepted",
        f"yours says {rate:.3f}; accepted over proposed, with M in the rule",
    )
    yield Line(
        close(run(40, 0.5, 2)[0], run(40, 0.5, 2)[0]),
        "the same seed, the same samples",
        "draw from rng and from nothing else",
    )
    try:
        run(200, 0.25, 3)
    except ValueError:
        yield Line(True, "half the M that is needed raises ValueError")
    else:
        yield Line(
            False,
            "half the M that is needed raises ValueError",
            "yours returns; compare the target with M times the proposal where you draw",
        )
    line, none = _pair(run(0, 0.5, 4), "no samples asked for")
    yield Line(
        none is not None and np.shape(none[0]) == (0,),
        "n_samples = 0 gives an empty array",
        f"yours has shape {None if none is None else np.shape(none[0])}",
    )


@register(
    "importance_estimate",
    "log weights in the thousands, targets without their constant, "
    "zero density, the proposal's share in the weights",
)
def importance_estimate(function: Function) -> Iterator[Line]:
    """Three draws whose weights are 1/4, 3/8, 3/8; then shifted, then partly of zero density."""
    samples = np.array([0.0, 1.0, 1.0])

    def run(log_target: Function) -> Any:
        return function(lambda x: 10.0 * x, log_target, lambda x: x * np.log(2), samples.copy())

    line, pair = _pair(run(lambda x: x * np.log(3)), "an estimate and weights come back")
    yield line
    if pair is None:
        return
    line, weights = array(pair[1], (3,), "weights")
    yield line
    if weights is None:
        return
    yield Line(close(weights.sum(), 1), "they sum to 1", f"yours sum to {weights.sum():.4g}")
    yield Line(
        close(weights, [0.25, 0.375, 0.375]),
        "target ratio 3, proposal ratio 2: one weight is 3/2 of the other",
        f"expected [0.25, 0.375, 0.375], yours are {weights.round(4)}",
    )
    line, estimate = array(pair[0], (), "the estimate")
    yield line
    if estimate is not None:
        yield Line(
            close(estimate, 7.5),
            "f is 0, 10, 10 there: the estimate is 7.5",
            f"yours is {estimate:.4f}; the weighted sum of f",
        )
    _, shifted = _pair(run(lambda x: x * np.log(3) + 2500), "")
    yield Line(
        shifted is not None and close(shifted[0], 7.5),
        "log target 2500 higher: the same estimate",
        "yours changes; subtract the logsumexp before the exponential",
    )
    _, cut = _pair(run(lambda x: np.where(x > 0.5, 0.0, -np.inf)), "")
    yield Line(
        cut is not None and close(cut[1], [0, 0.5, 0.5]),
        "a log target of −inf gives a weight of 0",
        f"yours gives {None if cut is None else cut[1]}",
    )


@register("effective_sample_size", "weights of any scale, one weight that has it all")
def effective_sample_size(function: Function) -> Iterator[Line]:
    """Equal weights, some zeros, and a case by hand."""
    for weights, expected, what in (
        (np.full(4, 0.25), 4, "four equal weights: 4"),
        (np.array([0.0, 5.0, 5.0, 0.0, 5.0]), 3, "three equal weights and two zeros: 3"),
        (np.array([1.0, 2.0, 3.0]), 36 / 14, "weights 1, 2, 3: 6² / (1 + 4 + 9)"),
    ):
        line, mine = array(function(weights), (), "the effective sample size")
        yield (
            line
            if mine is None
            else Line(close(mine, expected), what, f"expected {expected:.4f}, yours is {mine:.4f}")
        )


def _steps(x: Any) -> Any:
    """Log of a density that is 1 on [0, 8), 8 on [8, 9] and 0 elsewhere."""
    inside = np.where(np.asarray(x) >= 8, np.log(8), 0.0)
    return np.where((np.asarray(x) >= 0) & (np.asarray(x) <= 9), inside, -np.inf)


def _share_hint(share: float) -> str:
    """Where to look if the tower of `_steps` has the wrong share."""
    if share > 0.5:
        return f"yours has {share:.2f}; are steps downhill accepted sometimes?"
    return f"yours has {share:.2f}; is the old state recorded again when a step is refused?"


@register(
    "metropolis_hastings",
    "what is recorded and when, the number of steps, log densities "
    "near −10⁴, the burn-in, downhill steps, draws from rng alone",
)
def metropolis_hastings(function: Function) -> Iterator[Line]:
    """A flat target, a plain with a tower, a bell of tiny density, a far start."""

    def run(log_target: Function, x0: float, n: int, std: float, burn_in: int) -> Any:
        return function(log_target, x0, n, std, burn_in, np.random.default_rng(6))

    def flat(x: Any) -> Any:
        return 0.0 * x

    line, pair = _pair(run(flat, 50.0, 2000, 3.0, 10), "samples and a rate come back")
    yield line
    if pair is None:
        return
    line, x = array(pair[0], (2000,), "2000 states after a burn-in of 10")
    yield line
    if x is None:
        return
    yield Line(
        close(pair[1], 1),
        "a flat target: every step is accepted, the rate is 1",
        f"yours is {pair[1]}; accepted steps over all steps",
    )
    yield Line(
        abs(np.diff(x).std() - 3) < 0.4,
        "and steps have the standard deviation asked for",
        f"expected about 3, yours have {np.diff(x).std():.2f}",
    )
    yield Line(
        close(run(flat, 50.0, 5, 3.0, 0)[0], run(flat, 50.0, 5, 3.0, 0)[0]),
        "the same seed, the same chain",
        "draw from rng and from nothing else",
    )
    share = float(np.mean(np.asarray(run(_steps, 4.0, 8000, 9.0, 100)[0]) >= 8))
    yield Line(
        abs(share - 0.5) < 0.12,
        "a plain and a tower of equal area: half the states each",
        _share_hint(share),
    )
    yield from _bells(run)


def _bells(run: Function) -> Iterator[Line]:
    """A bell of tiny density, and one that the chain reaches from afar."""
    x = np.asarray(run(lambda x: -2e4 - x**2 / 2, 0.0, 3000, 2.4, 100)[0])
    yield Line(
        0.7 < x.std() < 1.3,
        "log densities near −20 000: still a standard bell",
        f"yours has standard deviation {x.std():.2f}; compare differences of logarithms",
    )
    x = np.asarray(run(lambda x: -(x**2) / 2, 150.0, 400, 2.4, 1500)[0])
    yield Line(
        bool(np.abs(x).max() < 10),
        "a far start is forgotten after the burn-in",
        f"yours still holds a state at {x[np.abs(x).argmax()]:.1f}",
    )


@register(
    "mh_log_acceptance",
    "which way is on top, the bound at 0, points of zero density on either side",
)
def mh_log_acceptance(function: Function) -> Iterator[Line]:
    """Target exp(−x) up to 10, proposal uniform between 0 and twice the old point."""

    def run(x_old: float, x_new: float) -> Any:
        return function(
            lambda x: np.where(np.asarray(x) < 10, -1.0 * x, -np.inf),
            lambda to, given: np.where(to < 2 * given, -np.log(2 * given), -np.inf),
            x_old,
            x_new,
        )

    line, mine = array(run(1.0, 1.5), (), "log acceptance")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, -0.5 + np.log(2 / 3)),
        "from 1 to 1.5: log p falls by 0.5, the way back is 2/3 as likely",
        f"expected −0.5 + log(2/3) = {-0.5 + np.log(2 / 3):.4f}, yours is {mine:.4f}; "
        "which way stands on top?",
    )
    mine = run(3.0, 2.0)
    yield Line(
        close(mine, 0),
        "from 3 to 2: a ratio above 1 counts as 1, log 0",
        f"yours is {mine}; a probability is at most 1",
    )
    mine = run(9.0, 11.0)
    yield Line(bool(np.isneginf(mine)), "to a point of density 0: −inf", f"yours is {mine}")
    mine = run(11.0, 9.0)
    yield Line(close(mine, 0), "from a point of density 0: log 1", f"yours is {mine}")


@register("autocorrelation", "chains far from 0, long lags, the denominator at every lag")
def autocorrelation(function: Function) -> Iterator[Line]:
    """Four values by hand, and the same four far from 0."""
    x: Array = np.array([1.0, 3.0, 2.0, 6.0])
    line, mine = array(function(x, 2), (3,), "lags 0, 1, 2")
    yield line
    if mine is None:
        return
    yield Line(close(mine[0], 1), "the first one is 1", f"yours is {mine[0]:.4f}")
    yield Line(
        close(mine[1:], [-3 / 14, 2 / 14]),
        "1, 3, 2, 6: then −3/14 and 2/14",
        f"yours are {mine[1:].round(4)}; one mean, one denominator for all lags",
    )
    far = function(x + 100, 2)
    yield Line(
        close(far, mine),
        "all values 100 higher: the same",
        f"yours becomes {np.round(far, 3)}; is the mean removed?",
    )
    yield Line(
        close(x, [1, 3, 2, 6]), "the chain is left as it was", "your code changes x in place"
    )
