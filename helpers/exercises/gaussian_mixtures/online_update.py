"""Incremental EM on a stream of batches, from running sums; the E-step is lent."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.exercises.gaussian_mixtures.draws import ask, mixture
from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import Mixture
from nbjudge.exercise.compare import close, ndarrays
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def ask_about(gmm: Mixture, batches: list[Array], name: str = "") -> Probe:
    return ask(gmm, reference.online_em(gmm, batches), name, batches=batches)


def truth_and_start(rng: Rng, K: int, d: int) -> tuple[Mixture, Mixture]:
    """A mixture to draw data from, and a broad, wrong one to start from."""
    truth = mixture(rng, K, d, apart=3)
    means = truth.means + rng.normal(size=(K, d))
    return truth, Mixture(np.full(K, 1 / K), means, 4 * truth.covariances)


def one_batch(rng: Rng) -> list[Probe]:
    """Also of a second mixture just like the first, which starts without the first one's sums."""
    pairs = [truth_and_start(rng, K, d) for K, d in ((3, 2), (3, 2), (2, 3), (1, 1))]
    return [ask_about(start, [reference.draw(truth, 40, rng)[0]]) for truth, start in pairs]


def shuffled(rng: Rng) -> list[Probe]:
    truth, start = truth_and_start(rng, 2, 2)
    batches = [reference.draw(truth, 60, rng)[0] for _ in range(4)]
    return [ask_about(start, batches)]


def moved(rng: Rng) -> list[Probe]:
    """The last batch lies elsewhere, and so would the means of a mixture that forgets."""
    probes = []
    for K, d in ((2, 2), (2, 3)):
        truth, start = truth_and_start(rng, K, d)
        batches = [reference.draw(truth, 60, rng)[0] for _ in range(4)]
        batches[-1] += 2.0
        probes.append(ask_about(start, batches))
    return probes


def streams(rng: Rng) -> list[Probe]:
    """Sorted data in unequal batches; then batches that one cannot afford to keep.

    Whoever does not take in the large ones loses more than whoever keeps them.
    """
    small = [sorted_probe(rng, K, d) for K, d in ((3, 2), (2, 3))]
    return small + large_stream(rng)


def sorted_probe(rng: Rng, K: int, d: int) -> Probe:
    """A sorted stream of which every batch gives every component some mass."""
    while True:
        truth, start = truth_and_start(rng, K, d)
        X = reference.draw(truth, 200, rng)[0]
        batches = np.split(X[X[:, 0].argsort()], [70, 90, 140])
        path = [start, *reference.online_em(start, batches)[:-1]]
        shares = map(reference.responsibilities, batches, path)
        if min(r.sum(axis=0).min() for r in shares) > 0.5:
            return ask_about(start, batches)


def large_stream(rng: Rng) -> list[Probe]:
    """All batches in one probe, then each in its own, so that memory can be read in between."""
    truth, start = truth_and_start(rng, 2, 8)
    X = reference.draw(truth, 10_000, rng)[0]
    batches = [X + rng.normal(size=8) for _ in range(12)]
    path = reference.online_em(start, batches)
    apart = [
        ask(start, [after], "online_stream", measured=True, batch=batch, first=n == 0)
        for n, (batch, after) in enumerate(zip(batches, path, strict=True))
    ]
    return [ask_about(start, batches), *apart]


def right(probe: Probe, answer: Answer) -> bool:
    """The mixture after the last batch is the reference's."""
    path = [answer.value] if probe.measured else answer.value
    expected, got = probe.expected[-1], path[-1]
    return len(path) == len(probe.expected) and all(
        close(ndarrays(got[key], value.shape), value, rtol=0, atol=1e-4 * np.abs(value).max())
        for key, value in expected._asdict().items()
    )


def remembers(probe: Probe, answer: Answer) -> bool:
    """The last step went to where all batches take it, rather than where the last one does.

    Nor did it stand still. The places are seen from the answer's own mixture before that step.
    """
    before = Mixture(**answer.value[-2])
    *earlier, last = probe.given["batches"]
    shares = reference.responsibilities(last, before)
    forgetful = reference.maximize(last, shares).means
    new = shares.sum(axis=0)[:, None]
    old = before.weights[:, None] / before.weights.sum() * sum(map(len, earlier))
    mindful = (old * before.means + new * forgetful) / (old + new)
    got = ndarrays(answer.value[-1]["means"], mindful.shape)
    astray = [np.sum(new * (got - place) ** 2) for place in (mindful, forgetful, before.means)]
    return bool(astray[0] < min(astray[1:]))


def bounded(probes: list[Probe], answers: list[Answer]) -> bool:
    """Since the second large batch, memory grew by less than a third of what was fed.

    Half of it would be batches that are kept in single precision. And the batches were taken
    in: fed one by one, they lead to where they lead in one go.
    """
    large = [(p, a) for p, a in zip(probes, answers, strict=True) if p.measured]
    (_, first), (_, second), *later = large
    fed = sum(probe.given["batch"].nbytes for probe, _ in later)
    in_one_go, last = answers[-1 - len(large)], later[-1][1]
    taken_in = first.failure is None and as_one(last, in_one_go)
    return taken_in and last.usage.in_use - second.usage.in_use < fed / 3


def as_one(last: Answer, in_one_go: Answer) -> bool:
    """Both ways led to the same mixture, right or wrong, or to the same error."""
    if last.failure or in_one_go.failure:
        return last.failure == in_one_go.failure
    both = zip(last.value.values(), in_one_go.value[-1].values(), strict=True)
    return all(np.allclose(one, other, rtol=1e-4) for one, other in both)


def mixtures(value: Any) -> list[Any]:
    """The mixture after one batch, or after each of several."""
    return [value] if isinstance(value, dict) else list(value)


EXERCISE = Exercise(
    __name__,
    points=5,
    criteria=(
        Criterion(
            "the first batch is one step of EM",
            2,
            one_batch,
            right,
            "On its first batch the update does what one E-step and one M-step would do.",
        ),
        Criterion(
            "earlier batches are remembered",
            2,
            moved,
            remembers,
            "The new parameters stand for everything seen so far: the earlier batches, and the "
            "newest one.",
        ),
        Criterion(
            "sums are added up, not parameters averaged",
            4,
            streams,
            right,
            "On a sorted stream batches differ. Keep running sums of N_k, of weighted points and "
            "of weighted outer products, and compute the parameters from the sums.",
        ),
        Criterion(
            "no batch is kept",
            1.5,
            streams,
            bounded,
            "A stream does not fit into memory: what is stored may not grow with every batch.",
            together=True,
            needs=(
                "the first batch is one step of EM",
                "earlier batches are remembered",
                "sums are added up, not parameters averaged",
            ),
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            shuffled,
            unchanged("batches"),
            "The batch was changed in place.",
            needs=(
                "the first batch is one step of EM",
                "earlier batches are remembered",
                "sums are added up, not parameters averaged",
            ),
        ),
    ),
    due=form("weights (K,)", "means (K, d)", "covariances (K, d, d)", results=mixtures),
    builds_on=("e_step", "m_step"),
    target="GMM",
)
