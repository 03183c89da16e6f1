"""Mean, components (n_latent, d) and shares of the total variance."""

from __future__ import annotations

import numpy as np

from helpers.reference import latent_space as reference
from nbjudge.exercise.compare import close, finite
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.draws import orthonormal
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def cloud(rng: Rng, n: int, d: int, rank: int, mean: Array) -> Array:
    """Rows (n, d) with this mean, whose principal components are far from tied.

    Variances fall by a factor between 1.7 and 2.6 from one component to the next, so that each
    component is unique up to its sign, in single precision too.
    """
    level = np.column_stack([np.ones(n), rng.normal(size=(n, rank))])
    scores = np.linalg.qr(level)[0][:, 1:]  # orthonormal columns of mean zero
    spread = rng.uniform(3, 9) / np.cumprod(np.sqrt(rng.uniform(1.7, 2.6, size=rank)))
    return mean + np.sqrt(n) * scores * spread @ orthonormal(rng, rank, d)


def ask_about(rng: Rng, n: int, d: int, rank: int, n_latent: int, away: float = 0) -> Probe:
    X = cloud(rng, n, d, rank, away * rng.choice([-1, 1], size=d) * rng.uniform(0.7, 1.3, d))
    return Probe({"X": X, "n_latent": n_latent}, reference.fit_pca(X, n_latent))


def at_origin(rng: Rng) -> list[Probe]:
    """Around zero, so that forgotten centring is counted against one criterion alone."""
    shapes = ((40, 5, 5, 3), (30, 6, 6, 2), (25, 4, 4, 1))
    return [ask_about(rng, *shape) for shape in shapes]


def elsewhere(rng: Rng) -> list[Probe]:
    """Far from zero, with all components asked for: the shares sum to one."""
    return [ask_about(rng, *shape, away=15) for shape in ((40, 3, 3, 3), (25, 4, 4, 4))]


def shapes(rng: Rng) -> list[Probe]:
    """Fewer rows than columns, a single column, two rows, and columns that are redundant."""
    shapes = ((6, 11, 5, 5), (9, 1, 1, 1), (2, 4, 1, 1), (20, 6, 3, 3))
    return [ask_about(rng, *shape) for shape in shapes]


def off(probe: Probe, answer: Answer, length: bool) -> float:
    """Largest distance of a component from the right one, up to sign and, if told, length."""
    _, components, _ = answer.value
    wanted = probe.expected[1]
    got = finite(components, wanted.shape)
    if not length:
        got = got / np.maximum(np.linalg.norm(got, axis=1, keepdims=True), 1e-12)
    got = got * np.sign((got * wanted).sum(axis=1, keepdims=True))
    return float(np.abs(got - wanted).max())


def mean(probe: Probe, answer: Answer) -> bool:
    mean, _, _ = answer.value
    return close(mean, probe.expected[0], rtol=1e-4, atol=1e-4)


def directions(probe: Probe, answer: Answer) -> bool:
    return off(probe, answer, length=False) < 2e-3


def unit_vectors(probe: Probe, answer: Answer) -> bool:
    return off(probe, answer, length=True) < 2e-3


def centred(probe: Probe, answer: Answer) -> bool:
    """The right directions, and no variance lost to a total around zero.

    Whether the shares are shares at all is for another criterion.
    """
    _, _, ratio = answer.value
    total = finite(ratio, probe.expected[2].shape).sum()
    return directions(probe, answer) and bool(total > 0.99)


def shares(probe: Probe, answer: Answer) -> bool:
    _, _, ratio = answer.value
    return close(ratio, probe.expected[2], rtol=1e-3, atol=1e-4)


def fitting(probe: Probe, answer: Answer) -> bool:
    """The right directions, and shapes that go with them."""
    mean, _, ratio = answer.value
    finite(mean, probe.expected[0].shape)
    finite(ratio, probe.expected[2].shape)
    return directions(probe, answer)


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "the mean of the data",
            1,
            elsewhere,
            mean,
            "The mean has one number for each column of the data.",
        ),
        Criterion(
            "directions of largest variance",
            3,
            at_origin,
            directions,
            "The components are the directions along which the centred data vary most, the widest "
            "one first, one in each row.",
        ),
        Criterion(
            "components of length one",
            1.5,
            at_origin,
            unit_vectors,
            "The rows of components are orthonormal. How far the data reach along them belongs to "
            "the variances, not to the components.",
        ),
        Criterion(
            "the data are centred",
            2,
            elsewhere,
            centred,
            "Variance is measured around the mean. What is the direction of largest spread around "
            "zero, if the data lie far from zero?",
        ),
        Criterion(
            "shares of the total variance",
            2,
            at_origin,
            shares,
            "A ratio says how much of the variance of all directions one component explains, also "
            "of those directions that are not kept. Variances go with squared singular values.",
        ),
        Criterion(
            "wide, narrow and redundant data",
            1,
            shapes,
            fitting,
            "There may be fewer rows than columns, a single column, or columns that follow from "
            "others.",
        ),
        Criterion(
            "the data are left alone",
            0.5,
            elsewhere,
            unchanged("X"),
            "The data were changed in place. Centre a copy.",
            needs=(
                "directions of largest variance",
                "components of length one",
                "the data are centred",
                "shares of the total variance",
                "wide, narrow and redundant data",
            ),
        ),
    ),
    due=form("mean (d,)", "components (n_latent, d)", "explained_variance_ratio (n_latent,)"),
)
