"""Things to move in section 05."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.course import unattended
from helpers.plots import GREY, INK, Array, colour, ellipse, label, new_figure, show
from helpers.widgets import board

CLASSES = 10
REAL = np.array([[3.0, 1.2], [1.2, 1.0]])


def _one_per_class(sharpness: float, n_classes: int) -> Array:
    """p(y|x) of one image of each class a generator makes → (n_classes, 10)."""
    probs = np.full((n_classes, CLASSES), (1 - sharpness) / (CLASSES - 1))
    np.fill_diagonal(probs, sharpness)
    return probs


def _parts_figure(
    inception_score: Callable[..., Any],
    mean_entropy: Callable[..., Any],
    sharpness: float,
    n_classes: int,
) -> Figure:
    """Class probabilities, their mean, and the two entropies whose gap is log IS."""
    probs = _one_per_class(sharpness, n_classes)
    marginal = probs.mean(axis=0)
    of_mean, mean_of = float(mean_entropy(marginal[None])), float(mean_entropy(probs))
    score = float(inception_score(probs, splits=1)[0])
    figure, (left, middle, right) = new_figure(3, 3.5, width_ratios=[1, 1, 1.15])
    left.imshow(probs, vmin=0, vmax=1, cmap="viridis", aspect="auto")
    left.set_ylim(CLASSES - 0.5, -0.5)
    left.set_yticks(range(CLASSES), [f"{k + 1}" for k in range(CLASSES)])
    label(left, "p(y|x): sharp?", "class y", "image x")
    middle.bar(range(CLASSES), marginal, color=colour(0), alpha=0.8)
    middle.set_ylim(0, 1.05)
    label(middle, "p(y): diverse?", "class y", "mean over the images")
    for ax in (left, middle):
        ax.set_xticks(range(CLASSES))
    right.barh([1, 0], [of_mean, mean_of], color=[colour(0), colour(1)], alpha=0.8, height=0.45)
    right.plot([mean_of, of_mean], [0.5, 0.5], color=colour(4), linewidth=5, solid_capstyle="butt")
    for x in (mean_of, of_mean):
        right.plot([x, x], [-0.3, 1.3], color=GREY, linewidth=1, linestyle=":")
    centre = np.clip((of_mean + mean_of) / 2, 0.32, 2.0)  # where the words stay inside
    right.annotate(
        f"gap {of_mean - mean_of:.2f}",
        (centre, 0.5),
        xytext=(0, 6),
        textcoords="offset points",
        ha="center",
        fontsize=10,
    )
    right.set_yticks([1, 0], ["of p(y)", "of p(y|x),\nmean"], fontsize=10)
    right.set_xlim(0, np.log(CLASSES) * 1.06)
    right.set_ylim(-0.6, 1.5)
    label(right, f"exp(gap) = IS = {score:.2f}", "entropy (nats)")
    return figure


def score_parts(inception_score: Callable[..., Any], mean_entropy: Callable[..., Any]) -> None:
    """Move sharpness and diversity, and see the reader's Inception score with its two parts."""
    alt = (
        "Left: class probabilities of one image per class. Middle: their mean. Right: the "
        "entropy of the mean and the mean entropy; the exponential of the gap is the score."
    )

    def draw(sharpness: float, n_classes: int) -> Figure:
        return _parts_figure(inception_score, mean_entropy, sharpness, n_classes)

    if unattended():
        show(draw(0.8, 5), alt)
        return
    from ipywidgets import FloatSlider, IntSlider

    board(
        draw,
        {
            "sharpness": FloatSlider(
                value=0.8,
                min=0.1,
                max=1.0,
                step=0.05,
                description="sharpness",
                continuous_update=False,
            ),
            "n_classes": IntSlider(
                value=5, min=1, max=CLASSES, description="classes", continuous_update=False
            ),
        },
        alt,
    )


def _turned(angle: float, scale: float) -> Array:
    """The real covariance, turned by an angle in degrees, standard deviations times `scale`."""
    c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    R = np.array([[c, -s], [s, c]])
    return scale**2 * R @ REAL @ R.T


def _frechet_figure(
    frechet_distance: Callable[..., Any], distance: float, angle: float, scale: float
) -> Figure:
    """Two ellipses, and the two parts of the distance between them."""
    here, there = np.zeros(2), np.array([distance, 0.0])
    sigma = _turned(angle, scale)
    total = float(frechet_distance(here, REAL, there, sigma))
    of_covariances = float(frechet_distance(here, REAL, here, sigma))
    parts = [total - of_covariances, of_covariances]
    figure, (left, right) = new_figure(2, 3.7, width_ratios=[1.35, 1])
    ellipse(left, here, REAL, 0)
    ellipse(left, there, sigma, 1, linestyle="--", color=colour(4))
    left.set_xlim(-8.5, 14)
    left.set_ylim(-8, 8)
    left.set_aspect("equal")
    left.plot([], [], color=colour(0), marker="o", label="real")
    left.plot([], [], color=colour(4), marker="^", linestyle="--", label="generated")
    left.legend(frameon=False, fontsize=10, loc="upper left")
    label(left, "Two Gaussians (2-sigma ellipses)", "first feature", "second feature")
    right.bar([0, 1, 2], [*parts, total], width=0.6, alpha=0.85, color=[colour(3), colour(2), GREY])
    for x, value in enumerate([*parts, total]):
        right.annotate(
            f"{value:.2f}",
            (x, value),
            xytext=(0, 4),
            textcoords="offset points",
            ha="center",
            fontsize=11,
            color=INK,
        )
    right.set_xticks([0, 1, 2], ["means", "covariances", "together"], fontsize=10)
    right.margins(y=0.18)
    right.set_ylim(0, max(right.get_ylim()[1], 1))
    label(right, "Fréchet distance, in two parts", "", "d²")
    return figure


def two_gaussians(frechet_distance: Callable[..., Any]) -> None:
    """Move one Gaussian against another: distance of means, rotation, scale."""
    alt = (
        "Left: the ellipses of two Gaussians. Right: bars for what the means and the "
        "covariances add to the Fréchet distance, and their sum."
    )

    def draw(distance: float, angle: float, scale: float) -> Figure:
        return _frechet_figure(frechet_distance, distance, angle, scale)

    start = {"distance": 2.0, "angle": 60.0, "scale": 1.0}
    if unattended():
        show(draw(**start), alt)
        return
    from ipywidgets import FloatSlider

    ranges = {
        "distance": (0, 5, 0.5, "means apart"),
        "angle": (0, 180, 15, "turned by °"),
        "scale": (0, 2, 0.1, "scaled by"),
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
