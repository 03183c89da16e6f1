"""Things to move in section 06."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.course import unattended
from helpers.gaussian_mixtures.plots import snapshot
from helpers.plots import (
    GREY,
    INK,
    Array,
    colour,
    density,
    ellipses,
    frame,
    label,
    new_figure,
    shared_points,
    show,
)
from helpers.widgets import board


def em_frames(gmm_class: type, X: Array, n_components: int, seed: int, n_steps: int) -> list[Any]:
    """Run the reader's EM and keep every iteration, the start included.

    Each frame has weights, means, covariances, responsibilities (n, K) and log_likelihood.
    """
    gmm = gmm_class(n_components, seed=seed)
    gmm.initialise(X)
    frames = []
    for _ in range(n_steps + 1):
        shares = gmm._e_step(X)
        frames.append(snapshot(gmm, responsibilities=shares, log_likelihood=gmm.log_likelihood(X)))
        gmm._m_step(X, shares)
    return frames


def _em_figure(X: Array, frames: Sequence[Any], iteration: int, best: float) -> Figure:
    """One frame of the EM stepper: the mixture, and where the curve stands."""
    curve = [f.log_likelihood for f in frames]
    figure, (left, right) = new_figure(2, 3.7, width_ratios=[1.35, 1])
    shared_points(left, X, frames[iteration].responsibilities, size=14)
    ellipses(left, frames[iteration])
    frame(left, X, 0.15)
    label(left, f"After {iteration} iterations", "x₁", "x₂")
    right.axhline(best, color=GREY, linewidth=1, linestyle=":")
    right.plot(curve, color=GREY, linewidth=1.5)
    right.plot(curve[: iteration + 1], color=colour(0), linewidth=2.5)
    right.plot(iteration, curve[iteration], marker="o", markersize=10, color=colour(4))
    right.set_ylim(min(curve[0], curve[1]) - 10, best + 25)
    label(
        right,
        f"log-likelihood {curve[iteration]:.1f} (dotted: best start)",
        "iteration",
        "log-likelihood",
    )
    return figure


def em_stepper(
    gmm_class: type, X: Array, n_components: int, starts: Mapping[str, int], n_steps: int = 40
) -> None:
    """Step through the reader's EM: a slider over iterations, a menu of starts.

    starts: what the menu says → seed of the start; X (n, 2)
    """
    alt = (
        "EM stepper. Left: points in the colours of their responsibilities and the 2-sigma "
        "ellipses. Right: the log-likelihood curve with the current iteration marked."
    )
    menu = dict(list(starts.items())[:1]) if unattended() else dict(starts)
    paths = {seed: em_frames(gmm_class, X, n_components, seed, n_steps) for seed in menu.values()}
    best = max(path[-1].log_likelihood for path in paths.values())

    def draw(start: int, iteration: int) -> Figure:
        return _em_figure(X, paths[start], iteration, best)

    first, default = next(iter(menu.values())), min(6, n_steps)
    if unattended():
        show(draw(first, default), alt)
        return
    from ipywidgets import Dropdown, IntSlider

    board(
        draw,
        {
            "start": Dropdown(options=list(menu.items()), value=first, description="start"),
            "iteration": IntSlider(
                value=default, min=0, max=n_steps, description="iteration", continuous_update=False
            ),
        },
        alt,
    )


def _slice_figure(gmm: Any, X: Array, x1: float, draws: Array) -> Figure:
    """Joint density with a vertical cut, and the density along the cut under the draws."""
    low, high = X.min(axis=0) - 1, X.max(axis=0) + 1
    first, second = np.linspace(low[0], high[0], 120), np.linspace(low[1], high[1], 240)
    grid = np.stack(np.meshgrid(first, second), axis=-1)
    figure, (left, right) = new_figure(2, 3.7, sharey=True, width_ratios=[1.5, 1])
    left.contourf(first, second, density(gmm, grid), levels=14, cmap="viridis")
    left.scatter(X[:, 0], X[:, 1], s=5, color="white", alpha=0.6, linewidths=0)
    left.axvline(x1, color="white", linewidth=4)
    left.axvline(x1, color=colour(4), linewidth=2)
    label(left, f"Cut the density at x₁ = {x1:.1f}", "x₁", "x₂")
    cut = density(gmm, np.stack([np.full_like(second, x1), second], axis=1))
    area = cut.sum() * (second[1] - second[0])
    right.hist(
        draws,
        bins=np.linspace(low[1], high[1], 45),
        density=True,
        orientation="horizontal",
        color=colour(0),
        alpha=0.45,
    )
    if area > 0:
        right.plot(cut / area, second, color=INK, linewidth=2)
    label(right, f"p(x₂ given x₁ = {x1:.1f})", "bars: your draws · line: the cut, area 1")
    return figure


def conditional_slice(gmm: Any, X: Array, start: float, n_samples: int = 2000) -> None:
    """Move x₁ and see p(x₂ given x₁) beside the reader's own `conditional_sample`. X (n, 2)."""
    alt = (
        "Left: contours of the joint density with a vertical cut. Right: the density along the "
        "cut and a histogram of conditional draws."
    )

    def draw(x1: float) -> Figure:
        draws = np.asarray(gmm.conditional_sample(np.array([x1, np.nan]), n_samples))
        return _slice_figure(gmm, X, x1, draws[:, 1])

    if unattended():
        show(draw(start), alt)
        return
    from ipywidgets import FloatSlider

    low, high = np.round(X[:, 0].min(), 1), np.round(X[:, 0].max(), 1)
    board(
        draw,
        {
            "x1": FloatSlider(
                value=start, min=low, max=high, step=0.2, description="x₁", continuous_update=False
            )
        },
        alt,
    )
