"""Log density (n,) of rows under one multivariate Gaussian."""

from __future__ import annotations

import numpy as np

from helpers.exercises.maximum_likelihood.draws import (
    covariance,
    in_groups,
    line_up,
    same_order,
    same_ratio,
)
from helpers.reference import maximum_likelihood as reference
from nbjudge.exercise.compare import numbers
from nbjudge.exercise.criteria import near, unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray
VALUES = (
    "log density of ordinary rows",
    "the log-determinant counts",
    "rows far from the mean",
    "determinants that underflow",
    "one row, one column",
)


def ask_about(X: Array, mean: Array, cov: Array) -> Probe:
    given = {"X": np.array(X), "mean": np.array(mean), "cov": np.array(cov)}
    return Probe(given, reference.mvn_log_pdf(X, mean, cov))


def rows(rng: Rng, mean: Array, cov: Array, n: int) -> Array:
    return mean + rng.normal(size=(n, len(mean))) @ np.linalg.cholesky(cov).T


def ordinary(rng: Rng) -> list[Probe]:
    """Determinants of one: a missing log-determinant is counted against its own criterion."""
    probes = []
    for d, n in ((2, 8), (3, 5), (5, 11)):
        mean, cov = rng.normal(scale=3, size=d), covariance(rng, d)
        cov /= np.linalg.det(cov) ** (1 / d)
        probes.append(ask_about(rows(rng, mean, cov, n), mean, cov))
    return probes


def determinants(rng: Rng) -> list[Probe]:
    """The same picture in two units: distances agree, and only the determinants differ."""
    probes = []
    for d, unit in ((2, 4.0), (3, 0.2)):
        mean, cov = rng.normal(scale=3, size=d), covariance(rng, d)
        X = rows(rng, mean, cov, 6)
        probes.append(ask_about(X, mean, cov))
        probes.append(ask_about(mean + unit * (X - mean), mean, unit**2 * cov))
    return probes


def far(rng: Rng) -> list[Probe]:
    """Like images of digits: log densities around -750 and far below, and one row near."""
    mean, cov = rng.normal(scale=3, size=64), covariance(rng, 64)
    X = rows(rng, mean, cov, 7)
    distances = np.array([1.0, 4.6, 5.2, 6, 8, 12, 15])[:, None]
    return [ask_about(mean + distances * (X - mean), mean, cov)]


def tiny(rng: Rng) -> list[Probe]:
    """Determinants like 1e-1200, of a round and of a tilted covariance; distances agree."""
    d = 400
    mean, noise = rng.normal(scale=0.1, size=d), rng.normal(size=(4, d))
    covariances = (1e-3 * np.eye(d), covariance(rng, d, scale=2e-3))
    return [ask_about(mean + noise @ np.linalg.cholesky(cov).T, mean, cov) for cov in covariances]


def shapes(rng: Rng) -> list[Probe]:
    """Single rows or columns, twice: on one side of the mean, at different distances."""
    probes = []
    for d, n in ((3, 1), (1, 1), (1, 3)):
        mean, cov = rng.normal(scale=3, size=d), covariance(rng, d, scale=2.5)
        distances = 0.5 * rng.permutation(np.arange(1, 2 * n + 1))[:, None]
        X = mean + distances * rng.uniform(0.5, 1, size=d)
        probes += [ask_about(part, mean, cov) for part in (X[:n], X[n:])]
    return probes


def singular(rng: Rng) -> list[Probe]:
    """Small integers and a row of zeros, exact in any method, beside a regular covariance."""
    probes = []
    for d in (2, 3, 4):
        cov = np.diag(rng.integers(2, 6, size=d)).astype(float)
        zero, *others = rng.permutation(d)
        if d > 2:
            cov[others[0], others[1]] = cov[others[1], others[0]] = 1.0
        X, mean = rng.normal(size=(3, d)), rng.normal(size=d)
        probes.append(ask_about(X, mean, cov))
        cov[zero, zero] = 0.0
        probes.append(Probe({"X": X.copy(), "mean": mean.copy(), "cov": cov.copy()}))
    return probes


def refused(probes: list[Probe], answers: list[Answer]) -> bool:
    """Every second covariance raises, the others give finite numbers."""
    regular = [
        np.isfinite(numbers(answer.value, probe.expected.shape)).all()
        for probe, answer in zip(probes[::2], answers[::2], strict=True)
    ]
    raised = [a.raised("LinAlgError") or a.raised("ValueError") for a in answers[1::2]]
    return all(regular) and all(raised) and len(raised) == len(regular)


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "log density of ordinary rows",
            3,
            ordinary,
            near,
            "One number a row: the constant, the log-determinant, and the squared Mahalanobis "
            "distance, which takes the inverse of the covariance, each times minus a half.",
        ),
        Criterion(
            "the log-determinant counts",
            2,
            determinants,
            in_groups(2, same_ratio),
            "A wider density is a lower one. Which term of the log density knows how wide the "
            "covariance is, and with which factor?",
            together=True,
        ),
        Criterion(
            "rows far from the mean",
            1.5,
            far,
            in_groups(1, line_up),
            "In many dimensions a density is easily too small for a float. Never compute the "
            "density and take its logarithm: stay with logarithms throughout.",
            together=True,
        ),
        Criterion(
            "determinants that underflow",
            2,
            tiny,
            in_groups(2, same_ratio),
            "The determinant of a covariance of hundreds of dimensions is zero or infinite as a "
            "float. Its logarithm is a sum over the diagonal of a Cholesky factor.",
            together=True,
        ),
        Criterion(
            "a singular covariance is refused",
            1.5,
            singular,
            refused,
            "A covariance without an inverse has no density. A Cholesky factorisation notices it "
            "by itself; let its error out, or raise ValueError, but return no numbers.",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "one row, one column",
            1,
            shapes,
            in_groups(2, same_order),
            "A single row gives an array of one number, and a single column is legal. Look for a "
            "squeeze or a function that drops an axis of length one.",
            together=True,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            ordinary,
            unchanged("X", "mean", "cov"),
            "The rows, the mean or the covariance were changed in place.",
            needs=VALUES,
        ),
    ),
    due=form("log densities (n,)"),
)
