"""Codes (n, n_latent) of points."""

from __future__ import annotations

from helpers.reference import latent_space as reference
from nbjudge.exercise.compare import close, finite
from nbjudge.exercise.criteria import near, unchanged
from nbjudge.exercise.draws import orthonormal
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form


def ask_about(rng: Rng, n: int, d: int, L: int, hidden: bool = True) -> Probe:
    """If ``hidden``, the mean is at right angles to the components and leaves no trace."""
    basis = orthonormal(rng, d, d)
    components = basis[:L].copy()
    part = basis[L:] if hidden else basis
    mean = 4 * rng.choice([-1, 1], size=len(part)) * rng.uniform(0.7, 1.3, len(part)) @ part
    X = mean + rng.normal(scale=2, size=(n, d)) + rng.normal(scale=2, size=d)
    given = {"X": X, "mean": mean, "components": components}
    return Probe(given, reference.encode(X, mean, components))


def plain(rng: Rng) -> list[Probe]:
    return [ask_about(rng, *shape) for shape in ((8, 5, 2), (6, 7, 3))]


def off_centre(rng: Rng) -> list[Probe]:
    return [ask_about(rng, *shape, hidden=False) for shape in ((8, 5, 2), (6, 3, 3))]


def shapes(rng: Rng) -> list[Probe]:
    return [ask_about(rng, *shape) for shape in ((1, 5, 2), (7, 4, 1), (1, 3, 1), (2, 6, 5))]


def apart(probe: Probe, answer: Answer) -> bool:
    """Differences between codes are right; what they are measured from is for another criterion."""
    got, wanted = finite(answer.value, probe.expected.shape), probe.expected
    return close(got - got[0], wanted - wanted[0], rtol=1e-4, atol=1e-4)


EXERCISE = Exercise(
    __name__,
    points=1,
    criteria=(
        Criterion(
            "coordinates along the components",
            2,
            plain,
            apart,
            "A code holds, for each component, the inner product of the centred point with it.",
        ),
        Criterion(
            "the mean is subtracted",
            2,
            off_centre,
            near,
            "Codes are measured from the mean that was fitted: subtract it first.",
        ),
        Criterion(
            "one point, one component",
            1,
            shapes,
            near,
            "A single row and a single component keep their axes: the result has two.",
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            off_centre,
            unchanged("X", "mean", "components"),
            "An argument was changed in place.",
            needs=(
                "coordinates along the components",
                "the mean is subtracted",
                "one point, one component",
            ),
        ),
    ),
    due=form("codes (n, n_latent)"),
)
