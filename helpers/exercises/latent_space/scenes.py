"""Linear decoders with noise and an image, and what estimates of its evidence say."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from nbjudge.errors import OddAnswerError
from nbjudge.exercise.compare import finite
from nbjudge.exercise.draws import orthonormal
from nbjudge.exercise.exercise import Answer, Probe, Rng

Array = np.ndarray


def fresh(rng: Rng) -> int:
    """A seed."""
    return int(rng.integers(2**31))


class Scene(NamedTuple):
    """A linear decoder of L codes to d pixels, its noise, and where x lies from its bias."""

    weights: Array
    bias: Array
    sigma: float
    x: Array

    def ask(self, seed: int, n_samples: int, calls: int = 1) -> Probe:
        """What the estimate at x is."""
        given = {"x": self.x.copy(), "weights": self.weights.copy(), "bias": self.bias.copy()}
        more = {"sigma": self.sigma, "n_samples": n_samples, "seed": seed, "calls": calls}
        return Probe({**given, **more}, self)

    def ignorant(self, offset: Array | float = 0.0) -> Scene:
        """The decoder that ignores the code, and x at an offset from its image."""
        return self._replace(weights=np.zeros_like(self.weights), x=self.bias + offset)

    def measured(self, rng: Rng, n_samples: int, calls: int = 1) -> list[Probe]:
        """Three probes: the constant, the exponent one σ away in every pixel, the estimate."""
        seed = fresh(rng)
        known = [self.ignorant(offset).ask(seed, n_samples) for offset in (0.0, self.sigma)]
        return [*known, self.ask(fresh(rng), n_samples, calls)]


def scene(rng: Rng, L: int, d: int, reach: float = 1.0, sigma: float | None = None) -> Scene:
    """A decoder whose image moves by ``reach`` σ with a code, and an x some σ off its bias."""
    sigma = sigma or float(rng.choice([rng.uniform(0.2, 0.6), rng.uniform(1.6, 3.0)]))
    weights = reach * sigma * orthonormal(rng, L, max(L, d))[:, :d]
    offset = sigma * rng.choice([-1, 1], size=d) * rng.uniform(0.6, 1.1, size=d)
    bias = rng.normal(scale=2, size=d)
    return Scene(weights, bias, sigma, bias + offset)


def estimate(answer: Answer) -> float:
    return float(finite(answer.value, (1,))[0])


class Measured(NamedTuple):
    """Estimates at one x, in the terms of the answer's own density."""

    scene: Scene
    variance: float  # σ² as its exponent has it
    falls: Array  # (calls,), how far below its own constant every estimate lies

    @property
    def squares(self) -> Array:
        """‖x − decode(z)‖² that the estimates stand for, (calls,)."""
        return 2 * self.variance * self.falls


def measure(probes: list[Probe], answers: list[Answer]) -> list[Measured]:
    """What the answers to ``Scene.measured`` say, three by three."""
    if len(answers) != len(probes):
        raise OddAnswerError("another number of answers")
    found = []
    for at_bias, away, values, probe in zip(
        answers[::3], answers[1::3], answers[2::3], probes[2::3], strict=True
    ):
        asked, constant = probe.expected, estimate(at_bias)
        fall = constant - estimate(away)
        if fall == 0:
            raise OddAnswerError("no density that changes with the distance")
        estimates = finite(values.value, (probe.given["calls"],))
        variance = 0.5 * len(asked.bias) * asked.sigma**2 / fall
        found.append(Measured(asked, variance, constant - estimates))
    return found
