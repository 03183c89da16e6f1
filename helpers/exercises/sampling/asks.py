"""Puts the questions of section 03 to a student's functions. Runs in the student process.

A density is sent as a tuple, the name of its family and the parameters, and is built here. The
built functions take scalars and arrays, and give back numpy scalars and arrays.
"""

import numpy as np

from nbjudge.guest.blame import blame, lent, numbers, theirs


def points(*arguments):
    """Whether these are numbers, or arrays of them with one axis, that go with each other."""
    np.broadcast_shapes(*map(np.shape, arguments))  # raises where they do not
    right = numbers(*arguments) and max(map(np.ndim, arguments)) < 2
    return right and not any(isinstance(argument, (list, tuple)) for argument in arguments)


def normal(x, mean, deviation):
    return -0.5 * ((x - mean) / deviation) ** 2 - np.log(deviation * np.sqrt(2 * np.pi))


def mixture(x, weight, first, second):
    """Two normals, ``(mean, deviation)`` each; the first has this weight."""
    return np.logaddexp(np.log(weight) + normal(x, *first), np.log1p(-weight) + normal(x, *second))


def gumbel(x, mode, scale):
    z = np.maximum((x - mode) / scale, -300.0)  # the density is zero long before
    return -z - np.exp(-z) - np.log(scale)


def wedge(x, tip, slope, level):
    """A straight line to either side of the tip, up or down."""
    return level + slope * np.abs(x - tip)


def steps(x, edges, heights):
    """Constant between one edge and the next, zero outside of them."""
    with np.errstate(divide="ignore"):
        logs = np.log([0.0, *heights, 0.0])
    return logs[np.searchsorted(edges, x, side="right")]


def ramp(x, start, end):
    """Rises in a straight line from zero at ``start`` to its highest at ``end``."""
    inside = (x > start) & (x <= end)
    rising = np.where(inside, 2 * (x - start) / (end - start) ** 2, 0.0)
    with np.errstate(divide="ignore"):
        return np.log(rising)


FAMILIES = {f.__name__: f for f in (normal, mixture, gumbel, wedge, steps, ramp)}
DRAWS = {
    "normal": lambda size, rng, mean, deviation: rng.normal(mean, deviation, size),
    "steps": lambda size, rng, edges, heights: rng.uniform(edges[0], edges[1], size),
    "ramp": lambda size, rng, a, b: a + (b - a) * np.sqrt(1 - rng.random(size)),
}


def log_density(density, shift=0.0):
    family, *parameters = density
    formula = FAMILIES[family]
    return lent(points)(lambda x: formula(np.asarray(x, dtype=float), *parameters) + shift)


def pdf(density, scale=1.0):
    log_pdf = log_density(density)
    return lent(points)(lambda x: scale * np.exp(log_pdf(x)))


def sizes(size):
    """Whether this is a number of draws, or a shape of them."""
    kinds = (int, np.integer, list, tuple)
    right = isinstance(size, kinds) and np.asarray(size).dtype.kind in "iu"
    return size is None or (right and np.min(size) >= 0)


class Sampler:
    """``proposal_sample(size, rng)``, which counts: of ``steps`` only with a single one.

    Loses patience with loops that never accept, long after any that does would have ended. If
    ``replayed`` is a seed, the draws are those of a generator of its own.
    """

    def __init__(self, density, replayed=None):
        self.family, *self.parameters = density
        self.own = None if replayed is None else np.random.default_rng(replayed)
        self.calls = self.proposed = 0

    @lent(lambda _, size, rng: sizes(size) and isinstance(rng, np.random.Generator))
    def __call__(self, size, rng):
        self.calls, self.proposed = self.calls + 1, self.proposed + int(np.prod(size or 1))
        if self.calls > 40_000 or self.proposed > 1_000_000:
            raise blame(RuntimeError("a great many proposals, and still too few are accepted"))
        return DRAWS[self.family](size, self.own or rng, *self.parameters)


def drifting(pull, push, deviation):
    """``log_proposal(to, given)``: a normal around a point that depends on where one stands."""

    @lent(points)
    def log_proposal(to, given):
        return normal(np.asarray(to, dtype=float), pull * given + push, deviation)

    return log_proposal


INTEGRANDS = {
    "cube": lambda x: np.asarray(x, dtype=float) ** 3,
    "square": lambda x: np.asarray(x, dtype=float) ** 2 + 1.0,
    "wave": lambda x: 2.0 + np.sin(3 * np.asarray(x, dtype=float)),
    "beyond": lambda x: 1.0 * (np.asarray(x, dtype=float) > 1.0),
}


def rejection_constant(function, target, scale, proposal, grid):
    return function(pdf(target, scale), pdf(proposal), grid)


def rejection_sample(function, target, scale, proposal, M, n_samples, seed, replayed=None):
    """What the function returns, and how many proposals it has drawn."""
    rng, draw = np.random.default_rng(seed), Sampler(proposal, replayed)
    pair = function(pdf(target, scale), draw, pdf(proposal), M, n_samples, rng)
    return {"pair": pair, "proposed": draw.proposed}


def importance_estimate(function, integrand, target, shift, proposal, samples):
    f = lent(points)(INTEGRANDS[integrand])
    return function(f, log_density(target, shift), log_density(proposal), samples)


def effective_sample_size(function, weights):
    return function(weights)


def metropolis_hastings(function, target, shift, starts, n_samples, proposal_std, burn_in, seed):
    """One chain from every start, each with a generator of its own: states and rates.

    Where one of them is no pair, all results as they came.
    """
    chains = []
    for number, x0 in enumerate(starts):
        rng = np.random.default_rng([seed, number])
        log_target = log_density(target, shift)
        chains.append(function(log_target, x0, n_samples, proposal_std, burn_in, rng))
    if not all(isinstance(pair, (tuple, list)) and len(pair) == 2 for pair in chains):
        return chains
    states, rates = zip(*chains, strict=True)
    return {"states": table(states), "rates": table(rates)}


def table(items):
    """Answers of equal shape as one array; else as they are."""
    if any(isinstance(item, tuple) for item in items):
        return items  # one more axis would not tell that they were tuples
    try:
        with theirs():
            array = np.array(items)
    except ValueError:
        return items
    return array if array.dtype.kind in "iuf" else items


def mh_log_acceptance(function, target, shift, proposal, x_old, x_new):
    return function(log_density(target, shift), drifting(*proposal), x_old, x_new)


def autocorrelation(function, x, max_lag):
    return function(x, max_lag)
