"""Linear latent spaces: principal components, encoding and decoding."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.compare import close, finite
from nbjudge.exercise.criteria import near
from nbjudge.exercise.draws import orthonormal
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from helpers.reference import latent_space as reference

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


class FitPca(Exercise):
    """Mean, components (n_latent, d) and shares of the total variance."""

    name = "fit_pca"
    points = 4

    @staticmethod
    def probe(rng: Rng, n: int, d: int, rank: int, n_latent: int, away: float = 0) -> Probe:
        X = cloud(rng, n, d, rank, away * rng.choice([-1, 1], size=d) * rng.uniform(0.7, 1.3, d))
        return Probe({"X": X, "n_latent": n_latent}, reference.fit_pca(X, n_latent))

    @staticmethod
    def at_origin(rng: Rng) -> list[Probe]:
        """Around zero, so that forgotten centring is held against one criterion alone."""
        shapes = ((40, 5, 5, 3), (30, 6, 6, 2), (25, 4, 4, 1))
        return [FitPca.probe(rng, *shape) for shape in shapes]

    @staticmethod
    def elsewhere(rng: Rng) -> list[Probe]:
        """Far from zero, with all components asked for: the shares sum to one."""
        return [FitPca.probe(rng, *shape, away=15) for shape in ((40, 3, 3, 3), (25, 4, 4, 4))]

    @staticmethod
    def shapes(rng: Rng) -> list[Probe]:
        """Fewer rows than columns, a single column, two rows, and columns that are redundant."""
        shapes = ((6, 11, 5, 5), (9, 1, 1, 1), (2, 4, 1, 1), (20, 6, 3, 3))
        return [FitPca.probe(rng, *shape) for shape in shapes]

    @staticmethod
    def off(probe: Probe, answer: Answer, length: bool) -> float:
        """Largest distance of a component from the right one, up to sign and, if told, length."""
        _, components, _ = answer.value
        wanted = probe.expected[1]
        got = finite(components, wanted.shape)
        if not length:
            got = got / np.maximum(np.linalg.norm(got, axis=1, keepdims=True), 1e-12)
        got = got * np.sign((got * wanted).sum(axis=1, keepdims=True))
        return float(np.abs(got - wanted).max())

    @staticmethod
    def mean(probe: Probe, answer: Answer) -> bool:
        mean, _, _ = answer.value
        return close(mean, probe.expected[0], rtol=1e-4, atol=1e-4)

    @staticmethod
    def directions(probe: Probe, answer: Answer) -> bool:
        return FitPca.off(probe, answer, length=False) < 2e-3

    @staticmethod
    def unit_vectors(probe: Probe, answer: Answer) -> bool:
        return FitPca.off(probe, answer, length=True) < 2e-3

    @staticmethod
    def centred(probe: Probe, answer: Answer) -> bool:
        """The right directions, and no variance lost to a total around zero.

        Whether the shares are shares at all is for another criterion.
        """
        _, _, ratio = answer.value
        total = finite(ratio, probe.expected[2].shape).sum()
        return FitPca.directions(probe, answer) and bool(total > 0.99)

    @staticmethod
    def shares(probe: Probe, answer: Answer) -> bool:
        _, _, ratio = answer.value
        return close(ratio, probe.expected[2], rtol=1e-3, atol=1e-4)

    @staticmethod
    def fitting(probe: Probe, answer: Answer) -> bool:
        """The right directions, and shapes that go with them."""
        mean, _, ratio = answer.value
        finite(mean, probe.expected[0].shape)
        finite(ratio, probe.expected[2].shape)
        return FitPca.directions(probe, answer)

    criteria = (
        Criterion("the mean of the data", 1, elsewhere, mean,
            "The mean has one number for each column of the data."),
        Criterion("directions of largest variance", 3, at_origin, directions,
            "The components are the directions along which the centred data vary most, the widest "
            "one first, one in each row."),
        Criterion("components of length one", 1.5, at_origin, unit_vectors,
            "The rows of components are orthonormal. How far the data reach along them belongs to "
            "the variances, not to the components."),
        Criterion("the data are centred", 2, elsewhere, centred,
            "Variance is measured around the mean. What is the direction of largest spread around "
            "zero, if the data lie far from zero?"),
        Criterion("shares of the total variance", 2, at_origin, shares,
            "A ratio says how much of the variance of all directions one component explains, also "
            "of those directions that are not kept. Variances go with squared singular values."),
        Criterion("wide, narrow and redundant data", 1, shapes, fitting,
            "There may be fewer rows than columns, a single column, or columns that follow from "
            "others."),
        Criterion("the data are left alone", 0.5, elsewhere, unchanged("X"),
            "The data were changed in place. Centre a copy."),
    )  # fmt: skip


class Encode(Exercise):
    """Codes (n, n_latent) of points."""

    name = "encode"
    points = 1

    @staticmethod
    def probe(rng: Rng, n: int, d: int, L: int, hidden: bool = True) -> Probe:
        """If ``hidden``, the mean is at right angles to the components and leaves no trace."""
        basis = orthonormal(rng, d, d)
        components = basis[:L].copy()
        part = basis[L:] if hidden else basis
        mean = 4 * rng.choice([-1, 1], size=len(part)) * rng.uniform(0.7, 1.3, len(part)) @ part
        X = mean + rng.normal(scale=2, size=(n, d)) + rng.normal(scale=2, size=d)
        given = {"X": X, "mean": mean, "components": components}
        return Probe(given, reference.encode(X, mean, components))

    @staticmethod
    def plain(rng: Rng) -> list[Probe]:
        return [Encode.probe(rng, *shape) for shape in ((8, 5, 2), (6, 7, 3))]

    @staticmethod
    def off_centre(rng: Rng) -> list[Probe]:
        return [Encode.probe(rng, *shape, hidden=False) for shape in ((8, 5, 2), (6, 3, 3))]

    @staticmethod
    def shapes(rng: Rng) -> list[Probe]:
        return [Encode.probe(rng, *shape) for shape in ((1, 5, 2), (7, 4, 1), (1, 3, 1), (2, 6, 5))]

    criteria = (
        Criterion("coordinates along the components", 2, plain, near,
            "A code holds, for each component, the inner product of the centred point with it."),
        Criterion("the mean is subtracted", 2, off_centre, near,
            "Codes are measured from the mean that was fitted: subtract it first."),
        Criterion("one point, one component", 1, shapes, near,
            "A single row and a single component keep their axes: the result has two."),
        Criterion("arguments are left alone", 0.5, off_centre,
            unchanged("X", "mean", "components"), "An argument was changed in place."),
    )  # fmt: skip


class Decode(Exercise):
    """Points (n, d) from codes."""

    name = "decode"
    points = 1

    @staticmethod
    def probe(rng: Rng, n: int, d: int, L: int) -> Probe:
        components = orthonormal(rng, L, d)
        mean = 3 * rng.choice([-1, 1], size=d) * rng.uniform(0.7, 1.3, size=d)
        Z = rng.normal(scale=2, size=(n, L))
        given = {"Z": Z, "mean": mean, "components": components}
        return Probe(given, reference.decode(Z, mean, components))

    @staticmethod
    def plain(rng: Rng) -> list[Probe]:
        return [Decode.probe(rng, *shape) for shape in ((8, 5, 2), (6, 3, 3))]

    @staticmethod
    def shapes(rng: Rng) -> list[Probe]:
        shapes = ((1, 5, 2), (7, 4, 1), (1, 3, 1), (3, 1, 1), (1, 1, 1))
        return [Decode.probe(rng, *shape) for shape in shapes]

    @staticmethod
    def near_without_mean(probe: Probe, answer: Answer) -> bool:
        """Right, or right but for the mean, which another criterion asks for."""
        bare = probe.expected - probe.given["mean"]
        return near(probe, answer) or close(answer.value, bare, rtol=1e-4, atol=1e-4)

    criteria = (
        Criterion("the sum of the components", 2, plain, near_without_mean,
            "Each point is a sum of the components, each as often as its code says."),
        Criterion("the mean is added back", 2, plain, near,
            "The code zero stands for the mean of the data, not for a blank image."),
        Criterion("one code, one component", 1, shapes, near_without_mean,
            "A single row, a single component and a single column keep their axes."),
        Criterion("arguments are left alone", 0.5, plain, unchanged("Z", "mean", "components"),
            "An argument was changed in place."),
    )  # fmt: skip
