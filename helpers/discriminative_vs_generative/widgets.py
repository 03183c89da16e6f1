"""Things to move in section 01."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.course import unattended
from helpers.discriminative_vs_generative.plots import Labels, grid, opinion
from helpers.plots import (
    GREY,
    INK,
    Array,
    colour,
    ellipse,
    label,
    mosaic,
    new_figure,
    points,
    show,
)
from helpers.widgets import board


def clouds(
    distance: float, correlation: float, spread: float, n: int, rng: np.random.Generator
) -> tuple[Array, Labels]:
    """Two equally tilted classes, `distance` apart on the x₁ axis; class 1 is `spread` times wider.

    → X (n, 2), y (n,)
    """
    y = np.arange(n) % 2
    L = np.linalg.cholesky(np.array([[1.0, correlation], [correlation, 1.0]]))
    X = rng.standard_normal((n, 2)) @ L.T * np.where(y == 1, spread, 1.0)[:, None]
    X[:, 0] += distance * (y - 0.5)
    return X, y


def _clouds_figure(
    models: dict[str, Callable[..., Any]], distance: float, correlation: float, spread: float
) -> Figure:
    """Opinion, boundary and error on new points of each model, from the same training set."""
    X, y = clouds(distance, correlation, spread, 300, np.random.default_rng(2))
    new, truth = clouds(distance, correlation, spread, 2000, np.random.default_rng(3))
    first, second, dots = grid(np.array([[-6.0, -5.0], [6.0, 5.0]]), n=60, margin=0)
    figure, axes = new_figure(len(models), 3.3, sharex=True, sharey=True)
    for ax, (name, model) in zip(axes, models.items(), strict=True):
        labels, proba = model(X, y, np.vstack([new, dots]))
        wrong = np.mean(np.asarray(labels)[: len(new)] != truth)
        opinion(ax, first, second, np.asarray(proba)[len(new) :, 1])
        points(ax, X, y, 7)
        if ax is not axes[0]:  # what a generative model has in mind
            for k in (0, 1):
                rows = X[y == k]
                covariance = np.cov(rows.T) if ax is axes[2] else np.diag(rows.var(axis=0))
                ellipse(ax, rows.mean(axis=0), covariance, k, linewidth=1.6)
        ax.set_xlim(-6, 6)
        ax.set_ylim(-5, 5)
        ax.set_aspect("equal")
        label(ax, f"{name}\n{wrong:.1%} wrong on new points", "x₁", "x₂" if ax is axes[0] else "")
    return figure


def two_clouds(
    discriminative_model: Callable[..., Any],
    generative_model: Callable[..., Any],
    full_model: Callable[..., Any],
) -> None:
    """Move two classes: how far apart, how tilted, how unequal, and see three models cope."""
    alt = (
        "Two clouds of points with the opinion and boundary of logistic regression, of naive "
        "Bayes, and of Gaussians with full covariances, and their errors on new points."
    )
    models = {
        "Logistic regression": discriminative_model,
        "Naive Bayes": generative_model,
        "Gaussians that may tilt": full_model,
    }
    start = {"distance": 2.5, "correlation": 0.8, "spread": 1.0}

    def draw(distance: float, correlation: float, spread: float) -> Figure:
        return _clouds_figure(models, distance, correlation, spread)

    if unattended():
        show(draw(**start), alt)
        return
    from ipywidgets import FloatSlider

    ranges = {
        "distance": (0, 5, 0.5, "distance"),
        "correlation": (-0.9, 0.9, 0.1, "correlation"),
        "spread": (0.5, 2.0, 0.25, "spread of 1"),
    }
    board(
        draw,
        {
            name: FloatSlider(
                value=start[name],
                min=low,
                max=high,
                step=step,
                description=words,
                continuous_update=False,
            )
            for name, (low, high, step, words) in ranges.items()
        },
        alt,
    )


def _prior_figure(
    log_posterior: Callable[..., Any],
    means: Array,
    variances: Array,
    X: Array,
    y: Labels,
    prior: float,
) -> Figure:
    """Map of the posterior, and the log-odds on the line through both means."""

    def odds(rows: Array, p: float) -> Array:
        values = np.asarray(log_posterior(rows, np.array([1 - p, p]), means, variances))
        return values[:, 1] - values[:, 0]

    first, second, dots = grid(X, n=70)
    figure, (left, right) = new_figure(2, 3.9, width_ratios=[1.15, 1])
    opinion(left, first, second, 1 / (1 + np.exp(-np.clip(odds(dots, prior), -700, 700))))
    points(left, X, y, 7)
    t = np.linspace(-0.6, 1.6, 120)
    line = means[0] + t[:, None] * (means[1] - means[0])
    for k in (0, 1):
        ellipse(left, means[k], np.diag(variances[k]), k, linewidth=1.8)
    left.plot(line[:, 0], line[:, 1], color=GREY, linestyle=":", linewidth=1.5)
    left.set_xlim(first[0], first[-1])
    left.set_ylim(second[0], second[-1])
    left.set_aspect("equal")
    label(left, f"Where class 1 is likelier, P(y = 1) = {prior:.2f}", "x₁", "x₂")
    even, now = odds(line, 0.5), odds(line, prior)
    right.plot(t, even, color=GREY, linestyle=":", label="prior ½")
    right.plot(t, now, color=colour(4), linewidth=2.5, label=f"prior {prior:.2f}")
    right.axhline(0, color=INK, linewidth=1)
    for k in (0, 1):
        right.axvline(k, color=colour(k), linewidth=1.5, linestyle="--")
    right.set_ylim(even.min() - 6, even.max() + 6)
    right.legend(framealpha=0.9, edgecolor="none", fontsize=10, loc="upper left")
    label(
        right,
        f"The prior adds {np.log(prior / (1 - prior)):+.2f} everywhere".replace("-", "−"),
        "along the dotted line: mean of 0 at 0, of 1 at 1",
        "log-odds of class 1",
    )
    return figure


def moving_prior(
    log_posterior: Callable[..., Any], means: Array, variances: Array, X: Array, y: Labels
) -> None:
    """Move the prior of class 1 and see the boundary of the reader's posterior give way.

    means, variances (2, 2), X (n, 2), y (n,)
    """
    alt = (
        "Left: the posterior over two classes of points with its boundary. Right: the log-odds "
        "along the line through both means, for an even prior and for the chosen one."
    )

    def draw(prior: float) -> Figure:
        return _prior_figure(log_posterior, means, variances, X, y, prior)

    if unattended():
        show(draw(0.9), alt)
        return
    from ipywidgets import FloatSlider

    board(
        draw,
        {
            "prior": FloatSlider(
                value=0.9,
                min=0.01,
                max=0.99,
                step=0.01,
                description="P(y = 1)",
                continuous_update=False,
            )
        },
        alt,
    )


def _digits_figure(
    sample_class: Callable[..., Any],
    X: Array,
    labels: Labels,
    means: Array,
    variances: Array,
    digit: int,
    seed: int,
    n: int = 12,
) -> Figure:
    """Real digits of a class, the reader's draws, and draws with all covariances."""
    real = X[labels == digit]
    rng = np.random.default_rng(seed)
    apart = np.asarray(sample_class(digit, n, means, variances, rng))
    covariance = np.cov(real.T, bias=True) + np.diag(variances[digit] - real.var(axis=0))
    together = rng.multivariate_normal(real.mean(axis=0), covariance, size=n, method="cholesky")
    rows = {
        "real": real[:n],
        "yours: pixels\nindependent": apart,
        "pixels drawn\ntogether": together,
    }
    figure, ax = new_figure(1, 2.45)
    ax.imshow(mosaic(list(rows.values())), interpolation="nearest")
    ax.set_yticks(9 * np.arange(len(rows)) + 3.5, list(rows), fontsize=10)
    ax.set_xticks([])
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    label(ax, f"Class {digit}, seed {seed}")
    return figure


def digit_press(
    sample_class: Callable[..., Any], X: Array, labels: Labels, means: Array, variances: Array
) -> None:
    """Choose a class and a seed, and draw digits. X (n, 64), means, variances (10, 64)"""
    alt = (
        "Three rows of images of one class: real digits; draws with independent pixels, full "
        "of noise; draws with all covariances, whose strokes hold together."
    )

    def draw(digit: int, seed: int) -> Figure:
        return _digits_figure(sample_class, X, labels, means, variances, digit, seed)

    if unattended():
        show(draw(3, 0), alt)
        return
    from ipywidgets import IntSlider

    board(
        draw,
        {
            "digit": IntSlider(value=3, min=0, max=9, description="class", continuous_update=False),
            "seed": IntSlider(value=0, min=0, max=30, description="seed", continuous_update=False),
        },
        alt,
    )
