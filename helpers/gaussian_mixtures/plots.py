"""Figures of section 06. Each takes data or the reader's own mixture, draws, and shows."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers import data
from helpers.plots import (
    GREY,
    INK,
    Array,
    colour,
    ellipse,
    ellipses,
    frame,
    label,
    marker,
    new_figure,
    points,
    shared_points,
    show,
)


def bumps(weights: Array, means: Array, stds: Array, components: Any, draws: Array) -> None:
    """A one-dimensional mixture from both sides: sum of bumps, and draws in two steps.

    weights, means, stds (K,); components (n,) and draws (n,) from the two-step recipe
    """
    x = np.linspace(draws.min() - 1, draws.max() + 1, 500)
    parts = weights[:, None] * np.exp(-0.5 * ((x - means[:, None]) / stds[:, None]) ** 2)
    parts /= np.sqrt(2 * np.pi) * stds[:, None]
    figure, (left, right) = new_figure(2, 3.3, sharey=True)
    for k, part in enumerate(parts):
        left.fill_between(
            x, part, color=colour(k), alpha=0.45, label=f"{weights[k]:.2f} × bump {k}"
        )
    left.plot(x, parts.sum(axis=0), color=INK, linewidth=2, label="the mixture")
    left.set_ylim(0, 1.4 * parts.sum(axis=0).max())
    left.legend(frameon=False, fontsize=9, ncols=2, loc="upper center")
    label(left, "One density, as a weighted sum", "x", "density")
    bins = np.linspace(draws.min(), draws.max(), 90)
    by_component = [draws[components == k] for k in range(len(weights))]
    share = [np.full(len(d), 1 / (len(draws) * (bins[1] - bins[0]))) for d in by_component]
    right.hist(
        by_component,
        bins,
        weights=share,
        stacked=True,
        alpha=0.6,
        color=[colour(k) for k in range(len(weights))],
    )
    right.plot(x, parts.sum(axis=0), color=INK, linewidth=2)
    label(right, f"{len(draws)} draws: first a component, then a value", "x")
    show(
        figure,
        "Left: weighted bumps and their sum. Right: histogram of two-step draws, stacked "
        "by component, under the same curve.",
    )


def chicken_and_egg(X: Array, labels: NDArray[np.int64]) -> None:
    """The blobs as given, with labels known, with parameters known. X (n, 2), labels (n,)."""
    truth = SimpleNamespace(
        weights=data.BLOB_WEIGHTS, means=data.BLOB_MEANS, covariances=data.BLOB_COVARIANCES
    )
    figure, axes = new_figure(3, 3.2, sharex=True, sharey=True)
    points(axes[0], X)
    points(axes[1], X, labels)
    for k in range(labels.max() + 1):
        ellipse(axes[1], X[labels == k].mean(axis=0), np.cov(X[labels == k].T), k)
    points(axes[2], X)
    ellipses(axes[2], truth, linestyle="--")
    titles = ["What we are given", "Labels known → fit", "Parameters known → ask who"]
    for ax, title in zip(axes, titles, strict=True):
        frame(ax, X)
        label(ax, title, "x₁", "x₂" if ax is axes[0] else "")
    show(
        figure,
        "Three views of the same points: unlabelled; coloured by the true component, "
        "with an ellipse fitted to each; grey with the true ellipses dashed.",
    )


def log_densities(log10_density: Array) -> None:
    """Histogram of log10 p(x) of the digits beside what a float can hold. log10_density (n,)."""
    smallest = float(np.log10(np.nextafter(0, 1)))
    figure, ax = new_figure(1, 2.8)
    width = 10
    edges = np.arange(smallest - 40 * width, width, width)
    ax.hist(log10_density, edges[edges <= smallest + 1], color=colour(4), alpha=0.85)
    ax.hist(log10_density, edges[edges >= smallest - 1], color=colour(0), alpha=0.85)
    ax.axvline(smallest, color=INK, linewidth=1.5)
    for side, text, sign in (("right", "as a float: exactly 0", -1), ("left", "a float", 1)):
        ax.annotate(
            text,
            (smallest, 1.0),
            xytext=(8 * sign, -2),
            ha=side,
            va="top",
            fontsize=11,
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
        )
    ax.margins(y=0.25)
    ax.set_xlim(log10_density.min() - width, log10_density.max() + width)
    label(ax, "How small is the density of a digit?", "log₁₀ of the density", "digits")
    show(
        figure,
        "Histogram of the log density of every digit; more than half lie left of "
        "the line below which a floating-point number is zero.",
    )


def responsibilities(X: Array, gmm: Any, shares: Array) -> None:
    """The reader's E-step: mixed colours, and how sure it is. X (n, 2), shares (n, K)."""
    shares = np.asarray(shares)
    figure, (left, right) = new_figure(2, 3.8)
    shared_points(left, X, shares)
    ellipses(left, gmm)
    frame(left, X)
    label(left, "Who is responsible for whom?", "x₁", "x₂")
    edges = np.linspace(1 / shares.shape[1], 1, 25)
    largest = shares.max(axis=1)
    right.hist(
        [largest[shares.argmax(axis=1) == k] for k in range(shares.shape[1])],
        edges,
        stacked=True,
        color=[colour(k) for k in range(shares.shape[1])],
        alpha=0.8,
    )
    label(right, "How sure is each point?", "largest responsibility", "points")
    show(
        figure,
        "Left: points in mixed component colours with the 2-sigma ellipses. "
        "Right: histogram of the largest responsibility of each point.",
    )


def one_step(X: Array, before: Any, after: Any, shares: Array) -> None:
    """Ellipses before and after one M-step, arrows between the means. X (n, 2)."""
    figure, ax = new_figure(1, 4.6, width=6.5)
    shared_points(ax, X, shares)
    for k in range(len(before.weights)):
        ellipse(ax, before.means[k], before.covariances[k], k, linestyle=":", linewidth=1.8)
        ellipse(ax, after.means[k], after.covariances[k], k)
        ax.annotate(
            "",
            after.means[k],
            before.means[k],
            zorder=5,
            arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.6},
        )
    frame(ax, X)
    label(ax, "One M-step: dotted before, solid after", "x₁", "x₂")
    show(
        figure,
        "Each component's ellipse before (dotted) and after (solid) one M-step, with an "
        "arrow along the way of its mean.",
    )


def em_path(X: Array, frames: Sequence[Any], at: Sequence[int] = (0, 1, 5)) -> None:
    """The mixture at a few iterations and at the end. frames as `widgets.em_frames` returns."""
    chosen = [i for i in at if i < len(frames) - 1] + [len(frames) - 1]
    figure, axes = new_figure(len(chosen), 2.9, sharex=True, sharey=True)
    for ax, i in zip(axes, chosen, strict=True):
        shared_points(ax, X, frames[i].responsibilities, size=9)
        ellipses(ax, frames[i], linewidth=1.8)
        frame(ax, X)
        label(
            ax,
            f"iteration {i}\nlog L = {frames[i].log_likelihood:.0f}",
            "x₁",
            "x₂" if ax is axes[0] else "",
        )
    show(figure, "The mixture at four moments of EM, the log-likelihood rising from left to right.")


def local_optima(X: Array, fits: Mapping[int, Any], finals: Mapping[int, float]) -> None:
    """Final log-likelihood of many starts, and the best and the worst mixture side by side.

    fits: seed → fitted mixture; finals: seed → final log-likelihood
    """
    best, worst = max(finals, key=lambda s: finals[s]), min(finals, key=lambda s: finals[s])
    figure, axes = new_figure(3, 3.1, width_ratios=[1.2, 1, 1])
    ranked = sorted(finals.values())
    axes[0].scatter(range(len(ranked)), ranked, color=colour(0), s=26, zorder=3)
    label(axes[0], f"{len(ranked)} starts, sorted", "rank of the start", "final log-likelihood")
    for ax, seed, word in ((axes[1], best, "best"), (axes[2], worst, "worst")):
        points(ax, X, size=7)
        ellipses(ax, fits[seed], linewidth=1.8)
        frame(ax, X)
        label(ax, f"{word} (seed {seed}): {finals[seed]:.0f}", "x₁", "x₂" if word == "best" else "")
    show(
        figure,
        "Left: final log-likelihoods of many starts, in steps. Middle and right: the best "
        "and the worst mixture found.",
    )


def side_by_side(X: Array, samples: Array, gmm: Any) -> None:
    """Data beside draws from the reader's own model, same axes. X (n, 2), samples (m, 2)."""
    figure, axes = new_figure(2, 3.6, sharex=True, sharey=True)
    points(axes[0], X)
    axes[1].scatter(
        samples[:, 0], samples[:, 1], s=14, color=colour(4), marker="^", alpha=0.55, linewidths=0
    )
    for ax, title in zip(axes, ["The data", "New points from your model"], strict=True):
        ellipses(ax, gmm, linewidth=1.5)
        frame(ax, np.vstack([X, samples]))
        label(ax, title, "x₁", "x₂" if ax is axes[0] else "")
    show(
        figure,
        "Two scatter plots with the same ellipses: the data, and points drawn from the "
        "fitted mixture.",
    )


def bic_curve(
    candidates: Sequence[int], log_likelihoods: Sequence[float], bics: Sequence[float]
) -> None:
    """Log-likelihood and BIC against the number of components."""
    figure, (left, right) = new_figure(2, 3.2)
    left.plot(candidates, log_likelihoods, "o-", color=colour(0))
    label(left, "Log-likelihood: more looks better", "components K", "log-likelihood")
    right.plot(candidates, bics, "s-", color=colour(4))
    best = int(np.argmin(bics))
    right.scatter(
        candidates[best], bics[best], s=240, facecolors="none", edgecolors=INK, linewidths=2
    )
    label(right, f"BIC: lowest at K = {candidates[best]}", "components K", "BIC")
    for ax in (left, right):
        ax.set_xticks(list(candidates))
    show(
        figure,
        "Left: the log-likelihood rises with K. Right: BIC falls, then rises; its lowest "
        "point is marked.",
    )


def stream_fits(
    batches: Sequence[Array], fits: Mapping[str, Any], scores: Mapping[str, Sequence[float]]
) -> None:
    """A sorted stream: final ellipses of each method, and fit to all data after each batch.

    scores: method → mean log-likelihood of all the data, after each batch
    """
    X = np.vstack(list(batches))
    order = np.repeat(np.arange(len(batches)), [len(b) for b in batches])
    figure, axes = new_figure(len(fits) + 1, 3.3, width_ratios=[1] * len(fits) + [1.15])
    for ax, (name, gmm) in zip(axes, fits.items(), strict=False):
        ax.scatter(X[:, 0], X[:, 1], c=order, cmap="viridis", s=8, linewidths=0)
        for k in range(len(gmm.weights)):
            ellipse(ax, gmm.means[k], gmm.covariances[k], k, color=colour(4))
        frame(ax, X, 0.12)
        label(ax, f"{name}\n(dark: early, light: late)", "x₁", "x₂" if ax is axes[0] else "")
    for k, (name, values) in enumerate(scores.items()):
        axes[-1].plot(
            range(1, len(values) + 1),
            values,
            marker=marker(k),
            color=colour(k),
            markersize=5,
            label=name,
        )
    axes[-1].set_xticks(range(1, len(batches) + 1, 3))
    axes[-1].legend(frameon=False, fontsize=9)
    label(axes[-1], "Fit to all the data", "batches seen", "mean log-likelihood")
    show(
        figure,
        "Points coloured by arrival with the ellipses of each method, and the mean "
        "log-likelihood of all data after each batch.",
    )


def optimisers(curves: Mapping[str, Sequence[float]], target: float) -> None:
    """Log-likelihood against steps for EM and gradient ascent, from the same start."""
    figure, (left, right) = new_figure(2, 3.2)
    for k, (name, values) in enumerate(curves.items()):
        steps = np.arange(len(values))
        style = {"color": colour((0, 4, 2)[k % 3]), "linestyle": ("-", "--", "-.")[k % 3]}
        left.plot(steps, values, linewidth=2, label=name, **style)
        gap = target - np.asarray(values)
        gap = np.where(gap > 1e-3, gap, np.nan)  # closer than that the curve has arrived
        right.semilogy(steps, gap, linewidth=2, label=name, **style)
    left.legend(frameon=False, fontsize=9)
    label(left, "Climbing the same hill", "steps", "log-likelihood")
    label(right, "How far from the top?", "steps", "best log-likelihood − current")
    show(
        figure,
        "Left: log-likelihood against steps for EM and gradient ascent. Right: the "
        "remaining gap on a log scale.",
    )


def collapse(stds: Array, log_likelihoods: Sequence[float], ceiling: float, X: Array) -> None:
    """One component shrinks onto the first point of X (n, 2), past the honest fit's value.

    stds (m,), log_likelihoods (m,); ceiling: log-likelihood of the honest fit
    """
    figure, (left, right) = new_figure(2, 3.3)
    points(left, X)
    for fraction in (0.9, 0.45, 0.15):
        ellipse(left, X[0], np.eye(2) * fraction**2 / 4, 4, linewidth=1.5)
    frame(left, X)
    label(left, "A component shrinks onto one point", "x₁", "x₂")
    right.axhline(ceiling, color=GREY, linestyle=":")
    right.annotate(
        "the honest fit",
        (0.02, ceiling),
        xytext=(0, 4),
        fontsize=10,
        xycoords=("axes fraction", "data"),
        textcoords="offset points",
    )
    right.semilogx(stds, log_likelihoods, "o-", color=colour(4), markersize=4)
    right.invert_xaxis()
    label(right, "… and the likelihood has no ceiling", "its standard deviation", "log-likelihood")
    show(
        figure,
        "Left: circles of shrinking size around one data point. Right: the log-likelihood "
        "rises without bound as the standard deviation goes to zero.",
    )


def memorising(
    candidates: Sequence[int], train: Sequence[float], held_out: Sequence[float]
) -> None:
    """Mean log-likelihood of training and held-out digits against K."""
    figure, ax = new_figure(1, 3.4, width=7.5)
    ax.plot(candidates, train, "o-", color=colour(0), label="digits the model was fitted to")
    ax.plot(candidates, held_out, "^--", color=colour(4), label="digits it has never seen")
    best = int(np.argmax(held_out))
    ax.axvline(candidates[best], color=GREY, linewidth=1, linestyle=":")
    ax.legend(frameon=False, fontsize=10)
    label(ax, "Learning, then memorising", "components K", "mean log-likelihood per digit")
    show(
        figure,
        "Training log-likelihood rises with K; held-out log-likelihood rises, peaks and falls.",
    )


def snapshot(gmm: Any, **more: Any) -> SimpleNamespace:
    """A copy of a mixture's parameters that later steps cannot change."""
    return SimpleNamespace(
        weights=np.array(gmm.weights),
        means=np.array(gmm.means),
        covariances=np.array(gmm.covariances),
        **more,
    )
