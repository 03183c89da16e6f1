"""Log densities of Gaussians: of a sample, and of rows."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import near
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from helpers.exercises.maximum_likelihood.draws import (
    covariance,
    in_groups,
    line_up,
    narrow,
    place,
    same_differences,
    same_order,
    same_ratio,
    together,
    wide,
)
from helpers.reference import maximum_likelihood as reference

Array = np.ndarray


class GaussianLogLikelihood(Exercise):
    """Total log density of a sample under one Gaussian."""

    name = "gaussian_log_likelihood"
    points = 3

    @staticmethod
    def probe(data: Array, mu: float, sigma: float) -> Probe:
        given = {"data": data.copy(), "mu": mu, "sigma": sigma}
        return Probe(given, reference.gaussian_log_likelihood(data, mu, sigma))

    @staticmethod
    def samples(rng: Rng) -> list[Probe]:
        """Never centred where the density is, and never of its width."""
        probes = []
        for n, draw in ((1, wide), (5, narrow), (20, wide), (60, narrow)):
            mu, sigma = place(rng), draw(rng)
            data = rng.normal(mu + 0.6 * sigma, 1.4 * sigma, size=n)
            probes.append(GaussianLogLikelihood.probe(data, mu, sigma))
        return probes

    @staticmethod
    def two_parts(rng: Rng) -> list[Probe]:
        """A sample's two unlike parts and the whole; every log density is well below zero."""
        mu, sigma = place(rng), wide(rng)
        data = mu + sigma * (rng.normal(size=28) + np.repeat([-1, 2], [11, 17]))
        parts = (data[:11], data[11:], data)
        return [GaussianLogLikelihood.probe(part, mu, sigma) for part in parts]

    @staticmethod
    def one_point(rng: Rng) -> list[Probe]:
        """Single points, so that a mean over points is not held against the scale."""
        probes = []
        for draw in (wide, narrow, wide, narrow, wide):
            mu, sigma = place(rng), draw(rng)
            x = mu + sigma * rng.choice([-1, 1]) * rng.uniform(0.5, 2.5)
            probes.append(GaussianLogLikelihood.probe(np.array([x]), mu, sigma))
        return probes

    @staticmethod
    def at_the_peak(rng: Rng) -> list[Probe]:
        """One point at the mean of a standard deviation of one: the constant is all there is."""
        mu = place(rng)
        return [GaussianLogLikelihood.probe(np.array([mu]), mu, 1.0)]

    @staticmethod
    def many(rng: Rng) -> list[Probe]:
        """Four means for one sample; products of densities leave the range of floats both ways.

        The last sample is too long for extended precision as well.
        """
        probes = []
        for n, sigma in ((900, wide(rng)), (900, 0.1 * narrow(rng)), (20_000, wide(rng))):
            mu = place(rng)
            data = rng.normal(mu, sigma, size=n)
            means = mu + sigma * np.array([0.1, -0.7, 0.4, 0.9])
            probes += [GaussianLogLikelihood.probe(data, m, sigma) for m in means]
        return probes

    @staticmethod
    def adds_up(probes: list[Probe], answers: list[Answer]) -> bool:
        (first, second, whole), _ = together(probes, answers)
        return whole != first and close(first + second, whole, rtol=1e-4)

    criteria = (
        Criterion("the log-likelihood of a sample", 3, samples, near,
            "Take the logarithm of the Gaussian density by hand, term by term, and add it up over "
            "the observations. The lines below say which term to look at."),
        Criterion("a sum over the data", 2, two_parts, adds_up,
            "Independent observations multiply, so the log-likelihood of two samples together is "
            "the sum of theirs. Every term is there once for each observation.", together=True),
        Criterion("sigma is a standard deviation", 2, one_point, in_groups(5, same_differences),
            "Is every sigma in the formula the standard deviation, squared where the density has "
            "the variance? Check the logarithm and the fraction.", together=True),
        Criterion("the constant of the density", 1.5, at_the_peak, near,
            "The factor with pi in front of the exponential does not depend on the parameters, "
            "but it is part of the density."),
        Criterion("hundreds of observations", 2, many, in_groups(4, line_up),
            "A product of hundreds of densities is no longer a float: it is zero or infinite. Add "
            "logarithms instead of taking the logarithm of a product.", together=True),
        Criterion("arguments are left alone", 0.5, samples, unchanged("data"),
            "The data were changed in place. Compute a new array instead."),
    )  # fmt: skip


class MvnLogPdf(Exercise):
    """Log density (n,) of rows under one multivariate Gaussian."""

    name = "mvn_log_pdf"
    points = 4

    @staticmethod
    def probe(X: Array, mean: Array, cov: Array) -> Probe:
        given = {"X": np.array(X), "mean": np.array(mean), "cov": np.array(cov)}
        return Probe(given, reference.mvn_log_pdf(X, mean, cov))

    @staticmethod
    def rows(rng: Rng, mean: Array, cov: Array, n: int) -> Array:
        return mean + rng.normal(size=(n, len(mean))) @ np.linalg.cholesky(cov).T

    @staticmethod
    def ordinary(rng: Rng) -> list[Probe]:
        """Determinants of one: a missing log-determinant is held against its own criterion."""
        probes = []
        for d, n in ((2, 8), (3, 5), (5, 11)):
            mean, cov = rng.normal(scale=3, size=d), covariance(rng, d)
            cov /= np.linalg.det(cov) ** (1 / d)
            probes.append(MvnLogPdf.probe(MvnLogPdf.rows(rng, mean, cov, n), mean, cov))
        return probes

    @staticmethod
    def determinants(rng: Rng) -> list[Probe]:
        """The same picture in two units: distances agree, and only the determinants differ."""
        probes = []
        for d, unit in ((2, 4.0), (3, 0.2)):
            mean, cov = rng.normal(scale=3, size=d), covariance(rng, d)
            X = MvnLogPdf.rows(rng, mean, cov, 6)
            probes.append(MvnLogPdf.probe(X, mean, cov))
            probes.append(MvnLogPdf.probe(mean + unit * (X - mean), mean, unit**2 * cov))
        return probes

    @staticmethod
    def far(rng: Rng) -> list[Probe]:
        """Like images of digits: log densities around -750 and far below, and one row near."""
        mean, cov = rng.normal(scale=3, size=64), covariance(rng, 64)
        X = MvnLogPdf.rows(rng, mean, cov, 7)
        distances = np.array([1.0, 4.6, 5.2, 6, 8, 12, 15])[:, None]
        return [MvnLogPdf.probe(mean + distances * (X - mean), mean, cov)]

    @staticmethod
    def tiny(rng: Rng) -> list[Probe]:
        """Determinants like 1e-1200, of a round and of a tilted covariance; distances agree."""
        d = 400
        mean, noise = rng.normal(scale=0.1, size=d), rng.normal(size=(4, d))
        covariances = (1e-3 * np.eye(d), covariance(rng, d, scale=2e-3))
        return [MvnLogPdf.probe(mean + noise @ np.linalg.cholesky(cov).T, mean, cov)
                for cov in covariances]  # fmt: skip

    @staticmethod
    def shapes(rng: Rng) -> list[Probe]:
        """Single rows or columns, twice: on one side of the mean, at different distances."""
        probes = []
        for d, n in ((3, 1), (1, 1), (1, 3)):
            mean, cov = rng.normal(scale=3, size=d), covariance(rng, d, scale=2.5)
            distances = 0.5 * rng.permutation(np.arange(1, 2 * n + 1))[:, None]
            X = mean + distances * rng.uniform(0.5, 1, size=d)
            probes += [MvnLogPdf.probe(part, mean, cov) for part in (X[:n], X[n:])]
        return probes

    @staticmethod
    def singular(rng: Rng) -> list[Probe]:
        """Small integers and a row of zeros, exact in any method, beside a regular covariance."""
        probes = []
        for d in (2, 3, 4):
            cov = np.diag(rng.integers(2, 6, size=d)).astype(float)
            zero, *others = rng.permutation(d)
            if d > 2:
                cov[others[0], others[1]] = cov[others[1], others[0]] = 1.0
            X, mean = rng.normal(size=(3, d)), rng.normal(size=d)
            probes.append(MvnLogPdf.probe(X, mean, cov))
            cov[zero, zero] = 0.0
            probes.append(Probe({"X": X.copy(), "mean": mean.copy(), "cov": cov.copy()}))
        return probes

    @staticmethod
    def refused(probes: list[Probe], answers: list[Answer]) -> bool:
        """Every second covariance raises, the others give finite numbers."""
        regular = [np.isfinite(numbers(answer.value, probe.expected.shape)).all()
                   for probe, answer in zip(probes[::2], answers[::2], strict=True)]  # fmt: skip
        raised = [a.raised("LinAlgError") or a.raised("ValueError") for a in answers[1::2]]
        return all(regular) and all(raised) and len(raised) == len(regular)

    criteria = (
        Criterion("log density of ordinary rows", 3, ordinary, near,
            "One number a row: the constant, the log-determinant, and the squared Mahalanobis "
            "distance, which takes the inverse of the covariance, each times minus a half."),
        Criterion("the log-determinant counts", 2, determinants, in_groups(2, same_ratio),
            "A wider density is a lower one. Which term of the log density knows how wide the "
            "covariance is, and with which factor?", together=True),
        Criterion("rows far from the mean", 1.5, far, in_groups(1, line_up),
            "In many dimensions a density is easily too small for a float. Never compute the "
            "density and take its logarithm: stay with logarithms throughout.", together=True),
        Criterion("determinants that underflow", 2, tiny, in_groups(2, same_ratio),
            "The determinant of a covariance of hundreds of dimensions is zero or infinite as a "
            "float. Its logarithm is a sum over the diagonal of a Cholesky factor.",
            together=True),
        Criterion("a singular covariance is refused", 1.5, singular, refused,
            "A covariance without an inverse has no density. A Cholesky factorisation notices it "
            "by itself; let its error out, or raise ValueError, but return no numbers.",
            together=True),
        Criterion("one row, one column", 1, shapes, in_groups(2, same_order),
            "A single row gives an array of one number, and a single column is legal. Look for a "
            "squeeze or a function that drops an axis of length one.", together=True),
        Criterion("arguments are left alone", 0.5, ordinary, unchanged("X", "mean", "cov"),
            "The rows, the mean or the covariance were changed in place."),
    )  # fmt: skip
