"""log p(x), (n,), as a differentiable torch function of the parameters."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.exercises.gaussian_mixtures.draws import alike, far_points, mixture, points, tiny
from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import Mixture
from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

ARGUMENTS = ("X", "weights", "means", "covariances")


def as_is(gradient: np.ndarray) -> np.ndarray:
    return gradient


def on_simplex(gradient: np.ndarray) -> np.ndarray:
    """The part along which weights can move and still sum to one."""
    return gradient - gradient.mean()


def symmetrised(gradient: np.ndarray) -> np.ndarray:
    return 0.5 * (gradient + gradient.transpose(0, 2, 1))


def ask_about(gmm: Mixture, X: np.ndarray) -> Probe:
    import torch  # takes seconds, and no other exercise needs it

    arrays = (X, *gmm)
    tensors = {k: torch.from_numpy(v.copy()) for k, v in zip(ARGUMENTS, arrays, strict=True)}
    return Probe(tensors, reference.log_prob(X, gmm), "torch_value")


def ordinary(rng: Rng) -> list[Probe]:
    shapes = ((3, 2, 9), (2, 4, 5), (1, 1, 1))
    return [ask_about(gmm := alike(rng, K, d), points(rng, gmm, n)) for K, d, n in shapes]


def unequal(rng: Rng) -> list[Probe]:
    gmm = mixture(rng, 3, 2, [0.03, 0.17, 0.8])
    return [ask_about(gmm, points(rng, gmm, 8))]


def far(rng: Rng) -> list[Probe]:
    """Far and near in one table, where what is right for one row is wrong for another."""
    gmm = mixture(rng, 1, 2)  # one component: forgotten weights are not counted against it
    rows = np.concatenate([far_points(rng, gmm, 5), points(rng, gmm, 2)])
    return [ask_about(gmm, rng.permutation(rows))]


def determinant(rng: Rng) -> list[Probe]:
    gmm = tiny(rng, 1)
    return [ask_about(gmm, reference.draw(gmm, 6, rng)[0])]


def gradients(rng: Rng) -> list[Probe]:
    import torch

    probes = []
    for K, d, n in ((3, 2, 8), (2, 3, 5)):
        gmm = mixture(rng, K, d)
        value = ask_about(gmm, points(rng, gmm, n))
        cotangent = torch.from_numpy(rng.normal(size=n))
        leaves = [value.given[key].clone().requires_grad_() for key in ARGUMENTS[1:]]
        total = (reference.torch_log_prob(value.given["X"], *leaves) * cotangent).sum()
        expected = [g.numpy() for g in torch.autograd.grad(total, leaves)]
        probes.append(Probe({**value.given, "cotangent": cotangent}, expected))
    return probes


def tensor(value: Any, shape: tuple[int, ...]) -> np.ndarray:
    import torch

    if not isinstance(value, torch.Tensor):
        raise TypeError("not a tensor")
    return numbers(value, shape)


def right(probe: Probe, answer: Answer) -> bool:
    value = tensor(answer.value, probe.expected.shape)
    return close(value, probe.expected, rtol=1e-5, atol=1e-3)


def differentiable(probe: Probe, answer: Answer) -> bool:
    """Gradients agree, on the simplex for weights and symmetrised for covariances."""
    pairs = zip(answer.value["gradients"], probe.expected, strict=True)
    got, wanted = zip(*[(tensor(g, w.shape), w) for g, w in pairs], strict=True)
    return all(
        close(move(g), move(w), rtol=1e-3, atol=1e-3 * np.abs(w).max())
        for move, g, w in zip((on_simplex, as_is, symmetrised), got, wanted, strict=True)
    )


def values(value: Any) -> list[Any]:
    """The result, which may stand beside its gradients."""
    return [value["value"] if isinstance(value, dict) else value]


EXERCISE = Exercise(
    __name__,
    points=3,
    criteria=(
        Criterion(
            "log density of ordinary points",
            2,
            ordinary,
            right,
            "The result is a tensor (n,): the logarithm of a weighted sum of Gaussian densities, "
            "one number a point.",
        ),
        Criterion(
            "the mixing weights count",
            1,
            unequal,
            right,
            "Each component's density enters with its weight, in logarithms: added.",
        ),
        Criterion(
            "points far from every component",
            1.5,
            far,
            right,
            "Densities underflow before their logarithm is taken. Use torch.logsumexp on log "
            "densities.",
        ),
        Criterion(
            "tiny determinants",
            1,
            determinant,
            right,
            "The determinant of a high-dimensional covariance can be smaller than any float; its "
            "logarithm comes from the diagonal of a Cholesky factor.",
        ),
        Criterion(
            "gradients reach every parameter",
            2.5,
            gradients,
            differentiable,
            "A trip through numpy, .item(), .detach() or new tensors cuts the graph. Stay in torch "
            "from the parameters to the result.",
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            ordinary,
            unchanged(*ARGUMENTS),
            "One of the tensors was changed in place.",
            needs=(
                "log density of ordinary points",
                "the mixing weights count",
                "points far from every component",
                "tiny determinants",
                "gradients reach every parameter",
            ),
        ),
    ),
    due=form("log densities (n,)", results=values),
)
