"""log P(y given x), (n, C), of given parameters."""

from __future__ import annotations

import numpy as np
from scipy.special import logsumexp

from helpers.exercises.discriminative_vs_generative.draws import PARAMETERS, naive_bayes
from helpers.reference import discriminative_vs_generative as reference
from helpers.reference.discriminative_vs_generative import NaiveBayes
from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray
# what an answer must know one of, for leaving its arguments alone to count
VALUES = (
    "log posterior of ordinary rows",
    "the prior counts",
    "the log variance counts",
    "normalised rows",
    "rows far from every class",
    "hopeless classes",
    "one feature, one class, one row",
)


def ask_about(X: Array, model: NaiveBayes) -> Probe:
    sent = {key: np.array(value) for key, value in model._asdict().items()}
    return Probe({"X": X, **sent}, reference.naive_bayes_log_posterior(X, *model))


def alike(rng: Rng, C: int, d: int, priors: Array | None = None) -> NaiveBayes:
    """Classes that differ in their means (and these priors) alone: log variances do not matter."""
    model = naive_bayes(rng, C, d, np.full(C, 1 / C) if priors is None else priors)
    return model._replace(variances=np.tile(model.variances[0], (C, 1)))


def overlapping_rows(rng: Rng, model: NaiveBayes, n: int) -> Array:
    """Rows where the classes overlap."""
    y = rng.integers(len(model.priors), size=n)
    spread = rng.normal(scale=1.2, size=(n, model.means.shape[1]))
    return model.means[y] + np.sqrt(model.variances[y]) * spread


def means_alone(rng: Rng) -> list[Probe]:
    models = [alike(rng, C, d) for C, d in ((3, 2), (2, 4), (4, 3))]
    return [ask_about(overlapping_rows(rng, m, 9), m) for m in models]


def unequal(rng: Rng) -> list[Probe]:
    """Classes alike but for their means and how common they are."""
    model = alike(rng, 3, 2)._replace(priors=np.array([0.07, 0.9, 0.03]))
    return [ask_about(overlapping_rows(rng, model, 12), model)]


def wide_and_narrow(rng: Rng) -> list[Probe]:
    """Equally common classes of different spread: only the logarithms of variances tell."""
    model = naive_bayes(rng, 3, 2, np.full(3, 1 / 3))
    widths = np.array([0.3, 1.0, 4.0])[:, None] * rng.uniform(0.8, 1.2, size=(3, 2))
    model = model._replace(variances=widths)
    return [ask_about(overlapping_rows(rng, model, 12), model)]


def general(rng: Rng) -> list[Probe]:
    """Unequal priors, and many rows."""
    models = [alike(rng, C, d, naive_bayes(rng, C, d).priors) for C, d in ((2, 3), (5, 2))]
    return [ask_about(overlapping_rows(rng, m, 60), m) for m in models]


def far(rng: Rng) -> list[Probe]:
    """Rows sixty to eighty standard deviations from every class, and rows of 700 features.

    All densities underflow, while the classes stay within reach of each other. One row beside
    them is near: what is subtracted from its logarithms is nothing to the others.
    """
    model = alike(rng, 3, 2)
    stds = np.sqrt(model.variances[0])
    near = model._replace(means=model.means[0] + stds * rng.normal(scale=0.8, size=(3, 2)))
    side = rng.choice([-1.0, 1.0], size=(6, 2))
    out = np.vstack([rng.uniform(65, 80, size=(5, 2)), rng.uniform(0.5, 1.5, size=(1, 2))])
    X = near.means[0] + stds * side * out
    wide = alike(rng, 2, 700)
    wide = wide._replace(means=wide.means[0] + rng.normal(scale=0.1, size=(2, 700)))
    probe, rows = ask_about, overlapping_rows
    return [probe(X, near), probe(rows(rng, wide, 4), wide)]


def hopeless(rng: Rng) -> list[Probe]:
    """Rows at the first class and sixty standard deviations or more from the others."""
    model = alike(rng, 3, 2)
    places = np.array([0.0, 65.0, 140.0])[:, None] * rng.uniform(1.0, 1.1, size=(1, 2))
    model = model._replace(means=places * np.sqrt(model.variances[0]))
    X = model.means[0] + np.sqrt(model.variances[0]) * rng.normal(size=(6, 2))
    return [ask_about(X, model)]


def shapes(rng: Rng) -> list[Probe]:
    cases = ((3, 1, 5), (1, 3, 4), (2, 2, 1), (1, 1, 1), (3, 3, 3))
    models = [(alike(rng, C, d), n) for C, d, n in cases]
    return [ask_about(overlapping_rows(rng, m, n), m) for m, n in models]


def up_to_rows(probe: Probe, answer: Answer) -> bool:
    """Right once every row is normalised: whether it is, is for a criterion of its own.

    The tolerance is what single precision leaves of a difference of logarithms.
    """
    got = numbers(answer.value, probe.expected.shape)
    with np.errstate(invalid="ignore"):  # of infinities
        rows = got - logsumexp(got, axis=1, keepdims=True)
    size = np.abs(reference.naive_bayes_log_joint(*probe.given.values())).max()
    return close(rows, probe.expected, rtol=1e-4, atol=1e-3 + 1e-6 * size)


def normalised(probe: Probe, answer: Answer) -> bool:
    """Probabilities that sum to one, and follow the rows on the whole: constants know nothing."""
    got = numbers(answer.value, probe.expected.shape)
    shares = (np.exp(np.clip(logs, -700, 0)) for logs in (got, probe.expected))
    moves, wanted = (np.ravel(share - share.mean(axis=0)) for share in shares)
    follows = np.ptp(moves) > 1e-6 and np.corrcoef(moves, wanted)[0, 1] > 0.15
    return bool(follows) and close(logsumexp(got, axis=1), np.zeros(len(got)), atol=1e-4)


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "log posterior of ordinary rows",
            3,
            means_alone,
            up_to_rows,
            "By Bayes' rule in logarithms: the log likelihoods of all features are added up, for "
            "every row and every class.",
        ),
        Criterion(
            "the prior counts",
            2,
            unequal,
            up_to_rows,
            "A class that is rare needs better evidence. Its log prior is added to its log "
            "likelihood.",
        ),
        Criterion(
            "the log variance counts",
            2,
            wide_and_narrow,
            up_to_rows,
            "A wide normal curve is a low one: its log density contains half the logarithm of its "
            "variance, with a minus sign.",
        ),
        Criterion(
            "normalised rows",
            2,
            general,
            normalised,
            "The exponentials of a row are the probabilities of all classes of that row, so they "
            "sum to one. Subtract the row's log-sum-exp.",
        ),
        Criterion(
            "rows far from every class",
            2,
            far,
            up_to_rows,
            "Densities far away, or of many features, are too small for a float. Never leave the "
            "logarithms, and add no small constant.",
        ),
        Criterion(
            "hopeless classes",
            1,
            hopeless,
            up_to_rows,
            "The log posterior of a class that is out of the question is a large negative number, "
            "not minus infinity: do not take the logarithm of a probability.",
        ),
        Criterion(
            "one feature, one class, one row",
            1,
            shapes,
            up_to_rows,
            "The result is (n, C), also where n, C or d is one.",
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            general,
            unchanged("X", *PARAMETERS),
            "The rows or the parameters were changed in place.",
            needs=VALUES,
        ),
    ),
    due=form("log posterior (n, C)"),
)
