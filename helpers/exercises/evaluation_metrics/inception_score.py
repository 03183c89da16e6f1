"""Mean and population standard deviation over splits of exp E KL(p(y|x)‖p(y))."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.exercises.evaluation_metrics.slips import Formula, Options, Test, agrees_with, mixtures
from helpers.reference import evaluation_metrics as reference
from nbjudge.exercise.compare import close
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def without_the_rest(probs: Array, splits: int) -> list[Array]:
    size = len(probs) // splits
    return np.split(probs[: size * splits], splits)


def rest_to_the_last(probs: Array, splits: int) -> list[Array]:
    size = len(probs) // splits
    return np.split(probs, [size * i for i in range(1, splits)])


def evenly_spread(probs: Array, splits: int) -> list[Array]:
    """As in the code of Salimans et al.: no image is lost, but longer splits are not the first."""
    return np.split(probs, [len(probs) * i // splits for i in range(1, splits)])


def exponential_of_mean(divergences: Array) -> float:
    return float(np.exp(divergences.mean()))


def mean_of_exponentials(divergences: Array) -> float:
    return float(np.exp(divergences).mean())


SLIPS: Options = {
    "backwards": (False, True),
    "score": (exponential_of_mean, mean_of_exponentials, np.mean),
    "pooled": (False, True),
    "cut": (np.array_split, without_the_rest, rest_to_the_last, evenly_spread),
}


def scores(
    probs: Array, splits: int, *, backwards: bool, pooled: bool, score: Any, cut: Any
) -> Array:
    """The score of every split (splits,), with KL reversed or p(y) of all images if asked to."""
    values = []
    for part in cut(probs, splits):
        marginal = (probs if pooled else part).mean(axis=0)
        pair = (marginal, part) if backwards else (part, marginal)
        values.append(score(reference.kl_divergence(*pair)))
    return np.array(values)


def formulas(summary: Callable[[Array], Any], **fixed: tuple[Any, ...]) -> list[Formula]:
    """A summary of the scores under every mixture of slips, but for those that are fixed."""

    def formula(choice: dict[str, Any]) -> Formula:
        return lambda probs, splits=10: summary(scores(probs, splits, **choice))

    return [formula(choice) for choice in mixtures(SLIPS, fixed)]


def part_of_pair(place: int, test: Test) -> Test:
    """The test, of the mean (0) or the standard deviation (1) alone."""

    def of_part(probes: list[Probe], answers: list[Answer]) -> bool:
        pairs = [answer.value for answer in answers]
        return all(len(pair) == 2 for pair in pairs) and test(
            probes, [Answer(pair[place]) for pair in pairs]
        )

    return of_part


def mean_with(**fixed: tuple[Any, ...]) -> Test:
    return part_of_pair(0, agrees_with(formulas(np.mean, **fixed)))


def ask_about(probs: Array, splits: int) -> Probe:
    return Probe({"probs": probs, "splits": splits}, reference.inception_score(probs, splits))


def images(rng: Rng, n: int, k: int) -> Array:
    """Images of unequal sharpness, roughly sorted by class, all probabilities above zero."""
    favourite = (np.arange(n) * k // n + (rng.random(n) < 0.3)) % k
    logits = rng.normal(size=(n, k)) + 2 * np.eye(k)[favourite]
    weights = np.exp(logits * rng.uniform(0.3, 1.5, size=(n, 1)))
    return weights / weights.sum(axis=1, keepdims=True)


def of_sizes(*sizes: tuple[int, int, int]) -> Callable[[Rng], list[Probe]]:
    """Probes of n images, k classes and so many splits."""
    return lambda rng: [ask_about(images(rng, n, k), splits) for n, k, splits in sizes]


def certain(rng: Rng) -> list[Probe]:
    """An ordinary table, one-hot rows, as many of every class, and rare or unseen classes."""
    k = int(rng.integers(4, 9))
    even = np.repeat(np.eye(k), 3, axis=0)
    uneven = np.eye(7)[rng.choice([0, 2, 3, 6], size=20, p=[0.1, 0.2, 0.3, 0.4])]
    soft = images(rng, 12, 6)
    soft[:5, 1] = soft[:, 4] = 0.0
    soft /= soft.sum(axis=1, keepdims=True)
    tables = (images(rng, 9, 4), rng.permutation(even), uneven, soft)
    return [ask_about(table, 1) for table in tables]


def by_default(rng: Rng) -> list[Probe]:
    tables = [images(rng, n, k) for n, k in ((20, 4), (50, 6))]
    return [Probe({"probs": t}, reference.inception_score(t)) for t in tables]


def one_right(probe: Probe, answer: Answer) -> bool:
    mean, _ = answer.value
    return close(mean, probe.expected[0])


def right(probe: Probe, answer: Answer) -> bool:
    mean, deviation = answer.value
    return close(mean, probe.expected[0]) and close(
        deviation, probe.expected[1], rtol=1e-3, atol=1e-5
    )


def pairs(value: Any) -> list[Any]:
    """The result, of which an array of two numbers is as good as a pair."""
    return [list(value) if isinstance(value, np.ndarray) and value.ndim == 1 else value]


one_split = of_sizes((9, 4, 1), (5, 6, 1), (6, 6, 1), (40, 3, 1))

equal_splits = of_sizes((24, 4, 3), (40, 5, 4))

unequal_splits = of_sizes((23, 4, 4), (17, 5, 5))

several_splits = of_sizes((23, 4, 3), (14, 3, 4), (36, 5, 6), (5, 4, 5))


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "the score of a single split",
            2,
            one_split,
            one_right,
            "With one split the score is the exponential of the mean divergence of the rows from "
            "their average. The result is a pair: the mean over splits, then the deviation.",
        ),
        Criterion(
            "from p(y) to p(y given x) or back",
            1,
            one_split,
            mean_with(backwards=(False,)),
            "The divergence is not symmetric: expectations are taken under p(y|x), the row of an "
            "image, and p(y) is what it is compared with.",
            together=True,
        ),
        Criterion(
            "the mean comes before the exponential",
            1,
            one_split,
            mean_with(score=(exponential_of_mean,)),
            "Divergences are averaged over images first and exponentiated once a split.",
            together=True,
        ),
        Criterion(
            "p(y) belongs to its split",
            1.5,
            equal_splits,
            mean_with(pooled=(False,)),
            "Each split is scored as if it were the whole set: p(y) is the average of its own "
            "rows, taken in the order in which they came.",
            together=True,
        ),
        Criterion(
            "no image is left out",
            1,
            unequal_splits,
            mean_with(cut=(np.array_split, rest_to_the_last, evenly_spread)),
            "The number of images need not be a multiple of the number of splits, and every image "
            "counts in one of them.",
            together=True,
        ),
        Criterion(
            "classes that are certain or impossible",
            1.5,
            certain,
            mean_with(),
            "A probability of zero adds nothing to a divergence, also where the whole class is "
            "never seen. Sharp images spread evenly over k classes score k.",
            together=True,
        ),
        Criterion(
            "the deviation over splits",
            1,
            equal_splits,
            part_of_pair(1, agrees_with(formulas(np.std), rtol=1e-3, atol=1e-5)),
            "The second number is the population standard deviation of the splits' scores: their "
            "squared deviations are averaged.",
            together=True,
        ),
        Criterion(
            "several splits of unequal length",
            1.5,
            several_splits,
            right,
            "Mean and deviation over splits, cut in order as np.array_split does it: the first "
            "ones take the surplus, one image each.",
        ),
        Criterion(
            "ten splits by default",
            0.5,
            by_default,
            mean_with(),
            "Without a second argument there are ten splits.",
            together=True,
        ),
        Criterion(
            "the argument is left alone",
            0.5,
            certain,
            unchanged("probs"),
            "The table of probabilities was changed in place.",
            needs=(
                "the score of a single split",
                "from p(y) to p(y given x) or back",
                "the mean comes before the exponential",
                "p(y) belongs to its split",
                "no image is left out",
                "classes that are certain or impossible",
                "the deviation over splits",
                "several splits of unequal length",
                "ten splits by default",
            ),
        ),
    ),
    builds_on=("kl_divergence",),
    due=form("mean", "deviation", results=pairs),
)
