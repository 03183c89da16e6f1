"""Estimates from data: maximum likelihood, and a posterior."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import near, within
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from helpers.exercises.maximum_likelihood.draws import narrow, pair, place, wide
from helpers.reference import maximum_likelihood as reference

Array = np.ndarray


class GaussianMle(Exercise):
    """Mean and standard deviation of a sample, by maximum likelihood."""

    name = "gaussian_mle"
    points = 2

    @staticmethod
    def probe(rng: Rng, n: int, scale: float) -> Probe:
        """A skewed sample, whose mean is not its median."""
        data = place(rng) + scale * rng.exponential(size=n)
        return Probe({"data": data}, reference.gaussian_mle(data))

    @staticmethod
    def samples(rng: Rng) -> list[Probe]:
        return [GaussianMle.probe(rng, n, s) for n, s in ((7, 2.0), (31, 0.4), (80, 5.0))]

    @staticmethod
    def large(rng: Rng) -> list[Probe]:
        """So large that a divisor of n − 1 makes no difference, and far from sigma one."""
        return [GaussianMle.probe(rng, 400, scale) for scale in (5 * wide(rng), 0.5 * narrow(rng))]

    @staticmethod
    def small(rng: Rng) -> list[Probe]:
        return [GaussianMle.probe(rng, n, wide(rng)) for n in (3, 4, 6)]

    @staticmethod
    def mean(probe: Probe, answer: Answer) -> bool:
        """To a tolerance that a numerical optimiser can carry."""
        mu, sigma = probe.expected
        return close(pair(answer.value)[0], mu, rtol=0, atol=2e-3 * sigma)

    @staticmethod
    def deviation(probe: Probe, answer: Answer) -> bool:
        return close(pair(answer.value)[1], probe.expected[1], rtol=0.03)

    @staticmethod
    def divisor(probe: Probe, answer: Answer) -> bool:
        """The deviation or its square: which of them is for ``deviation`` to judge."""
        sigma, got = probe.expected[1], pair(answer.value)[1]
        return close(got, sigma, rtol=2e-3) or close(got, sigma**2, rtol=4e-3)

    criteria = (
        Criterion("the mean", 2, samples, mean,
            "Set the derivative of the log-likelihood with respect to mu to zero: what remains is "
            "an average of the data. It comes first in the pair."),
        Criterion("a standard deviation, not its square", 2, large, deviation,
            "The second number is sigma, in the unit of the data. The average squared deviation "
            "is its square."),
        Criterion("the divisor is the number of observations", 2, small, divisor,
            "The most likely sigma divides by n. Dividing by one less is a correction for bias, "
            "which maximum likelihood does not make; some libraries do by default."),
        Criterion("arguments are left alone", 0.5, samples, unchanged("data"),
            "The data were changed in place. Compute a new array instead."),
    )  # fmt: skip


class BernoulliMle(Exercise):
    """The probability of a one that makes zeros and ones most likely."""

    name = "bernoulli_mle"
    points = 1

    @staticmethod
    def probe(rng: Rng, n: int, ones: int) -> Probe:
        """Shuffled, but for a one in front and a zero at the end where there are both."""
        data = np.repeat([1, 0], [ones, n - ones])
        data[1:-1] = rng.permutation(data[1:-1])
        return Probe({"data": data}, ones / n)

    @staticmethod
    def mixed(rng: Rng) -> list[Probe]:
        sizes = ((3, 1), (7, int(rng.integers(4, 6))), (23, int(rng.integers(2, 9))),
                 (150, int(rng.integers(90, 140))))  # fmt: skip
        return [BernoulliMle.probe(rng, n, ones) for n, ones in sizes]

    @staticmethod
    def all_alike(rng: Rng) -> list[Probe]:
        return [BernoulliMle.probe(rng, n, ones) for n, ones in ((6, 0), (9, 9), (1, 1), (1, 0))]

    criteria = (
        Criterion("the share of ones", 2, mixed, near,
            "The likelihood is highest where the probability equals the share of ones in the "
            "data, neither rounded nor moved towards one half."),
        Criterion("all alike", 1, all_alike, near,
            "If only ones were seen, probability one makes them most likely, and likewise for "
            "zeros. Maximum likelihood keeps nothing in reserve."),
        Criterion("arguments are left alone", 0.5, mixed, unchanged("data"),
            "The data were changed in place. Compute a new array instead."),
    )  # fmt: skip


class MultinomialMle(Exercise):
    """The probabilities that make counts most likely."""

    name = "multinomial_mle"
    points = 2

    @staticmethod
    def probe(counts: Array) -> Probe:
        return Probe({"counts": np.array(counts)}, reference.multinomial_mle(counts))

    @staticmethod
    def large(rng: Rng) -> list[Probe]:
        """So large that one more of each makes no difference."""
        return [MultinomialMle.probe(rng.integers(10_000, 100_000, size=k)) for k in (2, 4, 7)]

    @staticmethod
    def small(rng: Rng) -> list[Probe]:
        """Few and unequal, so that one more of each does make a difference."""
        counts = [rng.permutation([1, 2, 4, 7, 9])[:k] for k in (2, 3, 5)]
        return [MultinomialMle.probe(c) for c in counts]

    @staticmethod
    def with_zeros(rng: Rng) -> list[Probe]:
        counts = ([0, 3, 5], [4, 0, 0, 1, 7], [0, 6], [2, 1, 0, 9])
        return [MultinomialMle.probe(rng.permutation(c)) for c in counts]

    about = within(rtol=1e-2)

    @staticmethod
    def fractions(probe: Probe, answer: Answer) -> bool:
        got = numbers(answer.value, probe.expected.shape)
        return bool((got > 0).all()) and close(got.sum(), 1.0, rtol=1e-4)

    criteria = (
        Criterion("shares of the total", 3, large, about,
            "A category's most likely probability is its share of all observations."),
        Criterion("fractions that sum to one", 1, large, fractions,
            "Probabilities are fractions. Counts are whole numbers, and whole-number division or "
            "an array of whole numbers for the result throws the fractions away."),
        Criterion("no smoothing", 2, small, near,
            "Nobody has asked for pseudo-counts: they belong to a prior, and maximum likelihood "
            "has none."),
        Criterion("categories never seen", 1.5, with_zeros, near,
            "A category without observations has probability zero, and keeps its place in the "
            "result. Where do zeros go through a logarithm, or get lost or filled up?"),
        Criterion("arguments are left alone", 0.5, small, unchanged("counts"),
            "The counts were changed in place. Compute a new array instead."),
    )  # fmt: skip


class GaussianPosterior(Exercise):
    """Posterior of a Gaussian's mean, sigma known, under a Gaussian prior."""

    name = "gaussian_posterior"
    points = 4

    @staticmethod
    def probe(data: Array, sigma: float, prior_mean: float, prior_std: float) -> Probe:
        given = {"sigma": sigma, "prior_mean": prior_mean, "prior_std": prior_std}
        return Probe({"data": np.array(data), **given}, reference.gaussian_posterior(data, **given))

    @staticmethod
    def samples(rng: Rng) -> list[Probe]:
        """Data and prior disagree, and both count."""
        probes = []
        for n, spread, trust in ((1, wide, narrow), (4, wide, wide), (12, wide, narrow),
                                 (3, narrow, narrow), (40, wide, narrow)):  # fmt: skip
            sigma, prior_std, prior_mean = spread(rng), trust(rng), place(rng)
            data = rng.normal(prior_mean + rng.choice([-5, 5]), sigma, size=n)
            probes.append(GaussianPosterior.probe(data, sigma, prior_mean, prior_std))
        return probes

    @staticmethod
    def one_sided(rng: Rng) -> list[Probe]:
        """A prior that says nothing, then one that says everything, squared or not."""
        prior_mean = place(rng)
        precise, coarse = narrow(rng), 30 * wide(rng)
        above, below = (rng.normal(prior_mean + side, 0.3, size=12) for side in (8, -8))
        return [GaussianPosterior.probe(above, precise, prior_mean, 30 * wide(rng)),
                GaussianPosterior.probe(below, coarse, prior_mean, 0.01)]  # fmt: skip

    @staticmethod
    def empty(rng: Rng) -> list[Probe]:
        settings = ((wide(rng), place(rng), narrow(rng)), (narrow(rng), place(rng), wide(rng)))
        return [GaussianPosterior.probe(np.empty(0), *setting) for setting in settings]

    @staticmethod
    def mean(probe: Probe, answer: Answer) -> bool:
        return close(pair(answer.value)[0], probe.expected[0], rtol=1e-4, atol=1e-4)

    @staticmethod
    def deviation(probe: Probe, answer: Answer) -> bool:
        return close(pair(answer.value)[1], probe.expected[1], rtol=1e-4)

    @staticmethod
    def width(probe: Probe, answer: Answer) -> bool:
        """The deviation, its square or its precision: which is for ``deviation`` to judge."""
        std, got = probe.expected[1], pair(answer.value)[1]
        return any(close(got, std**power, rtol=4e-4) for power in (1, 2, -2))

    @staticmethod
    def trusts_the_right_side(probe: Probe, answer: Answer) -> bool:
        return close(pair(answer.value)[0], probe.expected[0], rtol=0, atol=0.5)

    @staticmethod
    def prior(probe: Probe, answer: Answer) -> bool:
        return GaussianPosterior.mean(probe, answer) and GaussianPosterior.width(probe, answer)

    criteria = (
        Criterion("the posterior mean", 3, samples, mean,
            "The posterior mean is a weighted average of the prior mean and the data's mean, "
            "weighted by precisions: one over a variance, and once for every observation."),
        Criterion("the posterior standard deviation", 2, samples, deviation,
            "The precisions of the prior and of every observation add up; the standard deviation "
            "is one over the square root of that sum. Look out for a variance."),
        Criterion("precisions add up", 2, samples, width,
            "Every observation adds one over sigma squared to the precision, and the prior one "
            "over its own standard deviation squared. Nothing else enters."),
        Criterion("the sharper side is believed", 2, one_sided, trusts_the_right_side,
            "A vague prior gives way to precise data, and vague data to a precise prior. Does each "
            "mean stand beside its own precision?"),
        Criterion("no data leaves the prior", 1.5, empty, prior,
            "With no observations the posterior is the prior. The mean of an empty array is not a "
            "number, not even times zero; its sum is zero."),
        Criterion("arguments are left alone", 0.5, samples, unchanged("data"),
            "The data were changed in place. Compute a new array instead."),
    )  # fmt: skip
