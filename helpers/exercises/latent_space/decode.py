"""Points (n, d) from codes."""

from __future__ import annotations

from helpers.reference import latent_space as reference
from nbjudge.exercise.compare import close
from nbjudge.exercise.criteria import near, unchanged
from nbjudge.exercise.draws import orthonormal
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form


def ask_about(rng: Rng, n: int, d: int, L: int) -> Probe:
    components = orthonormal(rng, L, d)
    mean = 3 * rng.choice([-1, 1], size=d) * rng.uniform(0.7, 1.3, size=d)
    Z = rng.normal(scale=2, size=(n, L))
    given = {"Z": Z, "mean": mean, "components": components}
    return Probe(given, reference.decode(Z, mean, components))


def plain(rng: Rng) -> list[Probe]:
    return [ask_about(rng, *shape) for shape in ((8, 5, 2), (6, 3, 3))]


def shapes(rng: Rng) -> list[Probe]:
    shapes = ((1, 5, 2), (7, 4, 1), (1, 3, 1), (3, 1, 1), (1, 1, 1))
    return [ask_about(rng, *shape) for shape in shapes]


def near_but_for_mean(probe: Probe, answer: Answer) -> bool:
    """Right, or the mean is forgotten or taken away, which another criterion sees."""
    mean = probe.given["mean"]
    return any(
        close(answer.value, probe.expected - times * mean, rtol=1e-4, atol=1e-4)
        for times in (0, 1, 2)
    )


EXERCISE = Exercise(
    __name__,
    points=1,
    criteria=(
        Criterion(
            "the sum of the components",
            2,
            plain,
            near_but_for_mean,
            "Each point is a sum of the components, each as often as its code says.",
        ),
        Criterion(
            "the mean is added back",
            2,
            plain,
            near,
            "The code zero stands for the mean of the data, not for a blank image.",
        ),
        Criterion(
            "one code, one component",
            1,
            shapes,
            near_but_for_mean,
            "A single row, a single component and a single column keep their axes.",
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            plain,
            unchanged("Z", "mean", "components"),
            "An argument was changed in place.",
            needs=(
                "the sum of the components",
                "the mean is added back",
                "one code, one component",
            ),
        ),
    ),
    due=form("points (n, d)"),
)
