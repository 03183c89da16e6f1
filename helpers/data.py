"""Data sets of the course: drawn from a Generator, or bundled with scikit-learn."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# Three unequal, tilted components. No two share a weight, a size or a direction.
BLOB_WEIGHTS = np.array([0.5, 0.3, 0.2])
BLOB_MEANS = np.array([[0.0, 0.0], [4.2, 1.2], [1.2, 4.4]])
BLOB_COVARIANCES = np.array(
    [[[1.2, -0.7], [-0.7, 0.9]], [[0.5, 0.45], [0.45, 1.3]], [[1.6, 0.5], [0.5, 0.35]]]
)


def mixture(
    weights: Array, means: Array, covariances: Array, n: int, rng: np.random.Generator
) -> tuple[Array, NDArray[np.int64]]:
    """Draw n points: first the component of each, then its place.

    weights (K,), means (K, d), covariances (K, d, d) → X (n, d), labels (n,)
    """
    labels = rng.choice(len(weights), size=n, p=weights)
    X = np.empty((n, means.shape[1]))
    for k in range(len(weights)):
        rows = labels == k
        X[rows] = rng.multivariate_normal(means[k], covariances[k], size=int(rows.sum()))
    return X, labels


def blobs(n: int, rng: np.random.Generator) -> tuple[Array, NDArray[np.int64]]:
    """The course's three tilted blobs → X (n, 2), labels (n,) of the component behind each row."""
    return mixture(BLOB_WEIGHTS, BLOB_MEANS, BLOB_COVARIANCES, n, rng)


def two_pairs(n: int, rng: np.random.Generator) -> Array:
    """Two pairs of close blobs, far from each other → X (n, 2).

    With K = 4 a start that puts three means into one pair rarely finds its way out.
    """
    weights = np.array([0.3, 0.2, 0.28, 0.22])
    means = np.array([[-4.0, -3.4], [-3.2, -0.8], [3.0, 0.7], [4.2, 3.1]])
    covariances = np.array(
        [
            [[0.5, 0.2], [0.2, 0.3]],
            [[0.4, -0.2], [-0.2, 0.3]],
            [[0.6, 0.1], [0.1, 0.2]],
            [[0.3, -0.1], [-0.1, 0.4]],
        ]
    )
    return mixture(weights, means, covariances, n, rng)[0]


def digits() -> tuple[Array, NDArray[np.int64]]:
    """The 8 × 8 digits bundled with scikit-learn → X (1797, 64) in [0, 1], labels (1797,)."""
    from sklearn.datasets import load_digits

    bunch = load_digits()
    return bunch.data / 16.0, bunch.target.astype(np.int64)


def _parts(seed: int, cuts: list[int]) -> list[tuple[Array, NDArray[np.int64]]]:
    """The digits in the random order of a seed, cut at these places → (X, labels) of each part."""
    X, labels = digits()
    order = np.random.default_rng(seed).permutation(len(X))
    return [(X[rows], labels[rows]) for rows in np.split(order, cuts)]


def digit_parts() -> list[tuple[Array, NDArray[np.int64]]]:
    """The digits in a fixed random order, in three parts → (X, labels) of 797, 500 and 500.

    The first is for the classifier of section 05, the second for generators to learn from, the
    third is held out from both.
    """
    return _parts(0, [797, 1297])


def split_digits() -> tuple[Array, NDArray[np.int64], Array, NDArray[np.int64]]:
    """The digits as section 04 splits them: its autoencoder learned from the first part.

    → seen (1400, 64), their labels (1400,), unseen (397, 64), their labels (397,)
    """
    (seen, seen_labels), (unseen, unseen_labels) = _parts(3, [1400])
    return seen, seen_labels, unseen, unseen_labels


def lean(X: Array) -> Array:
    """How far each digit leans to the right: horizontal shift of the ink per pixel of height.

    The second moments −μ₁₁ / μ₀₂ about the centre of the ink. X (n, 64) → (n,)
    """
    ink = np.clip(X, 0, 1).reshape(-1, 8, 8)
    total = ink.sum(axis=(1, 2))
    side = np.arange(8.0)
    right = side - (ink.sum(axis=1) @ side / total)[:, None]  # (n, 8), from the centre
    down = side - (ink.sum(axis=2) @ side / total)[:, None]
    mixed = np.einsum("nij,ni,nj->n", ink, down, right)
    return -mixed / np.einsum("nij,ni->n", ink, down**2)


def has_loop(X: Array) -> NDArray[np.bool_]:
    """Whether ink, all that is darker than 0.4, encloses a patch of paper. X (n, 64) → (n,)"""
    from scipy.ndimage import label

    paper = np.pad(X.reshape(-1, 8, 8) < 0.4, ((0, 0), (1, 1), (1, 1)), constant_values=True)
    return np.array([label(page)[1] > 1 for page in paper])


def drifting_stream(n_batches: int, batch_size: int, rng: np.random.Generator) -> list[Array]:
    """The blobs, nearly sorted by component → n_batches arrays (batch_size, 2).

    Most points of early batches come from component 0, of late ones from component 2. Every batch
    holds a few points of each.
    """
    batches = []
    for now in np.linspace(0, 1, n_batches):
        peak = np.exp(-0.5 * ((np.array([0.0, 0.5, 1.0]) - now) / 0.22) ** 2)
        weights = 0.05 + 0.85 * peak / peak.sum()  # sums to 1
        X, _ = mixture(weights, BLOB_MEANS, BLOB_COVARIANCES, batch_size, rng)
        batches.append(X)
    return batches
