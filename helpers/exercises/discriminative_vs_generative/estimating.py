"""Gaussian naive Bayes by hand: its parameters, and its posterior in the log domain."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import logsumexp

from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from helpers.exercises.discriminative_vs_generative.draws import PARAMETERS, naive_bayes, sample
from helpers.reference import discriminative_vs_generative as reference
from helpers.reference.discriminative_vs_generative import NaiveBayes

Array = np.ndarray


class FitNaiveBayes(Exercise):
    """Priors (C,), means (C, d) and variances (C, d), classes in the order of np.unique."""

    name = "fit_naive_bayes"
    points = 4

    @staticmethod
    def probe(X: Array, y: Array) -> Probe:
        return Probe({"X": X, "y": y}, reference.fit_naive_bayes(X, y))

    @staticmethod
    def ordinary(rng: Rng) -> list[Probe]:
        """Nine to one, and three classes of other sizes."""
        cases = ((2, 3, (90, 10)), (3, 2, (8, 25, 14)))
        return [FitNaiveBayes.probe(*sample(naive_bayes(rng, C, d), counts, rng))
                for C, d, counts in cases]  # fmt: skip

    @staticmethod
    def small(rng: Rng) -> list[Probe]:
        cases = ((2, 2, (5, 9)), (3, 4, (6, 4, 7)))
        return [FitNaiveBayes.probe(*sample(naive_bayes(rng, C, d), counts, rng))
                for C, d, counts in cases]  # fmt: skip

    @staticmethod
    def unlike(rng: Rng) -> list[Probe]:
        """Every class and every feature has a spread of its own, and enough rows to show it."""
        model = naive_bayes(rng, 3, 3)
        steps = np.array([[1.0, 4.0, 16.0], [4.0, 16.0, 1.0], [16.0, 1.0, 4.0]])
        model = model._replace(variances=0.3 * steps * rng.uniform(0.9, 1.1, size=(3, 3)))
        return [FitNaiveBayes.probe(*sample(model, (60, 40, 50), rng))]

    @staticmethod
    def other_labels(rng: Rng) -> list[Probe]:
        """Pairs: labels 0, 1, … and then the same rows with labels that leave gaps."""
        probes = []
        for C, counts, labels in ((2, (30, 12), (3, 8)), (3, (9, 14, 20), (-4, 2, 11))):
            X, y = sample(naive_bayes(rng, C, 2), counts, rng)
            shift = int(rng.integers(3))
            probes += [FitNaiveBayes.probe(X.copy(), y),
                       FitNaiveBayes.probe(X.copy(), np.array(labels)[y] + shift)]  # fmt: skip
        return probes

    @staticmethod
    def last_first(rng: Rng) -> list[Probe]:
        """The largest label comes first."""
        X, y = sample(naive_bayes(rng, 3, 2, [0.5, 0.3, 0.2]), (50, 30, 20), rng)
        order = np.concatenate([np.flatnonzero(y == 2)[:1], np.arange(len(y))])
        X = X + 4 * y[:, None]
        return [FitNaiveBayes.probe(X[order], y[order])]

    @staticmethod
    def one_feature(rng: Rng) -> list[Probe]:
        cases = ((2, 1, (6, 11)), (1, 3, (8,)), (4, 1, (5, 3, 4, 7)))
        return [FitNaiveBayes.probe(*sample(naive_bayes(rng, C, d), counts, rng))
                for C, d, counts in cases]  # fmt: skip

    @staticmethod
    def part(place: int, probe: Probe, answer: Answer) -> Array:
        priors, means, variances = answer.value
        return numbers((priors, means, variances)[place], probe.expected[place].shape)

    @staticmethod
    def same(place: int, rtol: float) -> Any:
        def test(probe: Probe, answer: Answer) -> bool:
            expected = probe.expected[place]
            got = FitNaiveBayes.part(place, probe, answer)
            return close(got, expected, rtol=rtol, atol=1e-5 * np.abs(expected).max())

        return test

    @staticmethod
    def shapes(probe: Probe, answer: Answer) -> bool:
        return all(np.isfinite(FitNaiveBayes.part(i, probe, answer)).all() for i in range(3))

    @staticmethod
    def labels_are_names(probes: list[Probe], answers: list[Answer]) -> bool:
        """What the classes are called changes nothing."""
        pairs = list(zip(probes, answers, strict=True))
        return bool(pairs) and all(
            close(FitNaiveBayes.part(i, *named), FitNaiveBayes.part(i, *plain))
            for plain, named in zip(pairs[::2], pairs[1::2], strict=True) for i in range(3)
        )  # fmt: skip

    @staticmethod
    def in_sorted_order(probe: Probe, answer: Answer) -> bool:
        """Every row of means is nearest to its own class."""
        means, wanted = FitNaiveBayes.part(1, probe, answer), probe.expected.means
        distance = np.square(means[:, None] - wanted).sum(axis=2)
        return np.isfinite(means).all() and np.array_equal(distance.argmin(axis=1), [0, 1, 2])

    criteria = (
        Criterion("priors", 2, ordinary, same(0, 1e-4),
            "The prior of a class is its share of the training rows, so a rare class has a "
            "small one."),
        Criterion("means", 2, ordinary, same(1, 1e-4),
            "The mean of a class and feature is taken over the rows of that class alone."),
        Criterion("variances by maximum likelihood", 2, small, same(2, 1e-4),
            "Maximum likelihood divides the sum of squared deviations by the number of rows of "
            "the class. numpy and pandas do not share a default."),
        Criterion("a variance for every class and feature", 1.5, unlike, same(2, 0.1),
            "Classes and features differ in spread. Nothing is pooled, and a variance is not a "
            "standard deviation."),
        Criterion("labels that are not counted from zero", 1.5, other_labels, labels_are_names,
            "Labels are names, not positions. Go through np.unique(y) instead of a range.",
            together=True),
        Criterion("classes in sorted order", 1, last_first, in_sorted_order,
            "Classes stand in the order of np.unique(y), whichever comes first in the data."),
        Criterion("one feature, one class, several classes", 1, one_feature, shapes,
            "The shapes are (C,), (C, d) and (C, d), whatever C and d are."),
        Criterion("arguments are left alone", 0.5, ordinary, unchanged("X", "y"),
            "The rows or the labels were changed in place."),
    )  # fmt: skip


class NaiveBayesLogPosterior(Exercise):
    """log P(y given x), (n, C), of given parameters."""

    name = "naive_bayes_log_posterior"
    points = 4

    @staticmethod
    def probe(X: Array, model: NaiveBayes) -> Probe:
        sent = {key: np.array(value) for key, value in model._asdict().items()}
        return Probe({"X": X, **sent}, reference.naive_bayes_log_posterior(X, *model))

    @staticmethod
    def alike(rng: Rng, C: int, d: int) -> NaiveBayes:
        """Classes that differ in their means alone: neither priors nor log variances matter."""
        model = naive_bayes(rng, C, d, np.full(C, 1 / C))
        return model._replace(variances=np.tile(model.variances[0], (C, 1)))

    @staticmethod
    def rows(rng: Rng, model: NaiveBayes, n: int) -> Array:
        """Rows where the classes overlap."""
        y = rng.integers(len(model.priors), size=n)
        spread = rng.normal(scale=1.2, size=(n, model.means.shape[1]))
        return model.means[y] + np.sqrt(model.variances[y]) * spread

    @staticmethod
    def means_alone(rng: Rng) -> list[Probe]:
        models = [NaiveBayesLogPosterior.alike(rng, C, d) for C, d in ((3, 2), (2, 4), (4, 3))]
        return [NaiveBayesLogPosterior.probe(NaiveBayesLogPosterior.rows(rng, m, 9), m)
                for m in models]  # fmt: skip

    @staticmethod
    def unequal(rng: Rng) -> list[Probe]:
        """Classes alike but for their means and how common they are."""
        model = NaiveBayesLogPosterior.alike(rng, 3, 2)._replace(priors=np.array([0.07, 0.9, 0.03]))
        return [NaiveBayesLogPosterior.probe(NaiveBayesLogPosterior.rows(rng, model, 12), model)]

    @staticmethod
    def wide_and_narrow(rng: Rng) -> list[Probe]:
        """Equally common classes of different spread: only the logarithms of variances tell."""
        model = naive_bayes(rng, 3, 2, np.full(3, 1 / 3))
        widths = np.array([0.3, 1.0, 4.0])[:, None] * rng.uniform(0.8, 1.2, size=(3, 2))
        model = model._replace(variances=widths)
        return [NaiveBayesLogPosterior.probe(NaiveBayesLogPosterior.rows(rng, model, 12), model)]

    @staticmethod
    def general(rng: Rng) -> list[Probe]:
        models = [naive_bayes(rng, C, d) for C, d in ((2, 3), (5, 2))]
        return [NaiveBayesLogPosterior.probe(NaiveBayesLogPosterior.rows(rng, m, 8), m)
                for m in models]  # fmt: skip

    @staticmethod
    def far(rng: Rng) -> list[Probe]:
        """Rows sixty to eighty standard deviations from every class, and rows of 700 features.

        All densities underflow, while the classes stay within reach of each other.
        """
        model = NaiveBayesLogPosterior.alike(rng, 3, 2)
        stds = np.sqrt(model.variances[0])
        near = model._replace(means=model.means[0] + stds * rng.normal(scale=0.8, size=(3, 2)))
        side = rng.choice([-1.0, 1.0], size=(6, 2))
        X = near.means[0] + stds * side * rng.uniform(65, 80, size=(6, 2))
        wide = NaiveBayesLogPosterior.alike(rng, 2, 700)
        wide = wide._replace(means=wide.means[0] + rng.normal(scale=0.1, size=(2, 700)))
        probe, rows = NaiveBayesLogPosterior.probe, NaiveBayesLogPosterior.rows
        return [probe(X, near), probe(rows(rng, wide, 4), wide)]

    @staticmethod
    def hopeless(rng: Rng) -> list[Probe]:
        """Rows at the first class and sixty standard deviations or more from the others."""
        model = NaiveBayesLogPosterior.alike(rng, 3, 2)
        places = np.array([0.0, 65.0, 140.0])[:, None] * rng.uniform(1.0, 1.1, size=(1, 2))
        model = model._replace(means=places * np.sqrt(model.variances[0]))
        X = model.means[0] + np.sqrt(model.variances[0]) * rng.normal(size=(6, 2))
        return [NaiveBayesLogPosterior.probe(X, model)]

    @staticmethod
    def shapes(rng: Rng) -> list[Probe]:
        cases = ((3, 1, 5), (1, 3, 4), (2, 2, 1), (1, 1, 1), (3, 3, 3))
        models = [(NaiveBayesLogPosterior.alike(rng, C, d), n) for C, d, n in cases]
        return [NaiveBayesLogPosterior.probe(NaiveBayesLogPosterior.rows(rng, m, n), m)
                for m, n in models]  # fmt: skip

    @staticmethod
    def up_to_rows(probe: Probe, answer: Answer) -> bool:
        """Right once every row is normalised: whether it is, is for a criterion of its own.

        The tolerance is what single precision leaves of a difference of logarithms.
        """
        got = numbers(answer.value, probe.expected.shape)
        with np.errstate(invalid="ignore"):  # of infinities
            rows = got - logsumexp(got, axis=1, keepdims=True)
        size = np.abs(reference.naive_bayes_log_joint(*probe.given.values())).max()
        return close(rows, probe.expected, rtol=1e-4, atol=1e-3 + 1e-6 * size)

    @staticmethod
    def normalised(probe: Probe, answer: Answer) -> bool:
        got = numbers(answer.value, probe.expected.shape)
        return close(logsumexp(got, axis=1), np.zeros(len(got)), atol=1e-4)

    criteria = (
        Criterion("log posterior of ordinary rows", 3, means_alone, up_to_rows,
            "By Bayes' rule in logarithms: the log likelihoods of all features are added up, for "
            "every row and every class."),
        Criterion("the prior counts", 2, unequal, up_to_rows,
            "A class that is rare needs better evidence. Its log prior is added to its log "
            "likelihood."),
        Criterion("the log variance counts", 2, wide_and_narrow, up_to_rows,
            "A wide normal curve is a low one: its log density contains half the logarithm of its "
            "variance, with a minus sign."),
        Criterion("normalised rows", 2, general, normalised,
            "The exponentials of a row are the probabilities of all classes of that row, so they "
            "sum to one. Subtract the row's log-sum-exp."),
        Criterion("rows far from every class", 2, far, up_to_rows,
            "Densities far away, or of many features, are too small for a float. Never leave the "
            "logarithms, and add no small constant."),
        Criterion("hopeless classes", 1, hopeless, up_to_rows,
            "The log posterior of a class that is out of the question is a large negative number, "
            "not minus infinity: do not take the logarithm of a probability."),
        Criterion("one feature, one class, one row", 1, shapes, up_to_rows,
            "The result is (n, C), also where n, C or d is one."),
        Criterion("arguments are left alone", 0.5, general, unchanged("X", *PARAMETERS),
            "The rows or the parameters were changed in place."),
    )  # fmt: skip
