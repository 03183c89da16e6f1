"""The probability of a one that makes zeros and ones most likely."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.criteria import near, unchanged, within
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form


def ask_about(rng: Rng, n: int, ones: int) -> Probe:
    """Shuffled, but for a one in front and a zero at the end where there are both."""
    data = np.repeat([1, 0], [ones, n - ones])
    data[1:-1] = rng.permutation(data[1:-1])
    return Probe({"data": data}, ones / n)


def mixed(rng: Rng) -> list[Probe]:
    sizes = (
        (3, 1),
        (7, int(rng.integers(4, 6))),
        (23, int(rng.integers(2, 9))),
        (150, int(rng.integers(90, 140))),
    )
    return [ask_about(rng, n, ones) for n, ones in sizes]


def all_alike(rng: Rng) -> list[Probe]:
    """Samples of one value, and one of both values."""
    sizes = ((6, 0), (9, 9), (1, 1), (1, 0), (150, int(rng.integers(90, 115))))
    return [ask_about(rng, n, ones) for n, ones in sizes]


exactly, roughly = within(rtol=1e-12, atol=0), within(rtol=0, atol=0.06)


def certain(probe: Probe, answer: Answer) -> bool:
    """Exactly zero or one, where only one value was seen.

    Where both were, to one decimal: who returns a value that was seen knows nothing of shares.
    """
    return (exactly if probe.expected in (0, 1) else roughly)(probe, answer)


EXERCISE = Exercise(
    __name__,
    points=1,
    criteria=(
        Criterion(
            "the share of ones",
            2,
            mixed,
            near,
            "The likelihood is highest where the probability equals the share of ones in the "
            "data, neither rounded nor moved towards one half.",
        ),
        Criterion(
            "all alike",
            1,
            all_alike,
            certain,
            "If only ones were seen, probability one makes them most likely, and likewise for "
            "zeros. Maximum likelihood keeps nothing in reserve.",
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            mixed,
            unchanged("data"),
            "The data were changed in place. Compute a new array instead.",
            needs=("the share of ones", "all alike"),
        ),
    ),
    due=form("share of ones"),
)
