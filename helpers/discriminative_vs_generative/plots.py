"""Figures of section 01. Each takes data, opinions or draws, and shows them."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from numpy.typing import NDArray

from helpers.plots import (
    GREY,
    INK,
    Array,
    colour,
    density,
    digit_rows,
    ellipse,
    ellipses,
    frame,
    label,
    marker,
    new_figure,
    points,
    show,
)

Labels = NDArray[np.int64]
# Class 0, undecided, class 1.
OPINION = LinearSegmentedColormap.from_list("opinion", [colour(0), "#FFFFFF", colour(1)])


def grid(X: Array, n: int = 90, margin: float = 0.12) -> tuple[Array, Array, Array]:
    """A grid around X (k, 2) → its two axes (n,), and its points (n², 2), row by row."""
    low, high = X.min(axis=0), X.max(axis=0)
    pad = margin * (high - low)
    first, second = (np.linspace(low[j] - pad[j], high[j] + pad[j], n) for j in (0, 1))
    return first, second, np.stack(np.meshgrid(first, second), axis=-1).reshape(-1, 2)


def mixture(weights: Any, means: Any, covariances: Any) -> SimpleNamespace:
    """What the shared figures take for a mixture. weights (K,), means (K, d), (K, d, d)"""
    return SimpleNamespace(weights=weights, means=means, covariances=covariances)


def opinion(ax: Axes, first: Array, second: Array, p: Array) -> None:
    """Shade P(class 1 given x) over a grid, with the boundary at one half. p (n²,)"""
    p = np.asarray(p, dtype=float).reshape(len(second), len(first))
    ax.imshow(
        p,
        cmap=OPINION,
        vmin=0,
        vmax=1,
        alpha=0.38,
        origin="lower",
        aspect="auto",
        extent=(first[0], first[-1], second[0], second[-1]),
        interpolation="bilinear",
    )
    if p.min() < 0.5 < p.max():
        ax.contour(first, second, p, levels=[0.5], colors=INK, linewidths=2)


def asked(ax: Axes, queries: Array) -> None:
    """Mark points (m, 2) whose class is asked for."""
    ax.scatter(
        queries[:, 0],
        queries[:, 1],
        s=190,
        marker="*",
        color="#F0E442",
        edgecolors=INK,
        linewidths=1.2,
        zorder=5,
    )


def two_questions(X: Array, y: Labels, queries: Array) -> None:
    """The same points with what each kind of model writes down. X (n, 2), queries (m, 2)"""
    from sklearn.linear_model import LogisticRegression

    first, second, dots = grid(X)
    p = LogisticRegression().fit(X, y).predict_proba(dots)[:, 1]
    figure, (left, right) = new_figure(2, 4.2, sharex=True, sharey=True)
    for ax in (left, right):
        points(ax, X, y, 16)
        asked(ax, queries)
        frame(ax, np.vstack([X, queries]))
    left.contour(first, second, p.reshape(len(second), -1), levels=[0.5], colors=INK, linewidths=2)
    for k in (0, 1):
        ellipse(right, X[y == k].mean(axis=0), np.cov(X[y == k].T), k)
    label(left, "Discriminative: where do they part?", "x₁", "x₂")
    label(right, "Generative: what does each look like?", "x₁")
    show(
        figure,
        "Two scatter plots of the same two classes and two starred points. Left: a line "
        "between the classes. Right: an ellipse around each.",
    )


def emails(
    prior: float, likelihood: float, likelihood_not: float, priors: Array, posteriors: Array
) -> None:
    """All mail as a square cut by the prior, and the reader's posterior for every prior."""
    figure, (left, right) = new_figure(2, 3.7)
    columns = ((0.0, prior, likelihood, 4, "spam"), (prior, 1 - prior, likelihood_not, 0, "other"))
    for start, width, share, k, name in columns:
        left.bar(start, 1, width, align="edge", color=colour(k), alpha=0.18, edgecolor="white")
        left.bar(
            start,
            share,
            width,
            align="edge",
            color=colour(k),
            alpha=0.85,
            edgecolor="white",
            hatch="//",
        )
        left.text(start + width / 2, 1.02, f"{name} {width:.1f}", ha="center", fontsize=10)
        left.text(
            start + width / 2, share + 0.02, f"area {width * share:.2f}", ha="center", fontsize=10
        )
    left.set_xlim(0, 1)
    left.set_ylim(0, 1.12)
    label(left, "All mail; hatched: has the word", "share of the mail", "P(word given kind)")
    right.plot(priors, posteriors, color=colour(4), linewidth=2.5, label="after the word")
    right.plot(priors, priors, color=GREY, linestyle=":", label="without looking")
    here = float(np.interp(prior, priors, posteriors))
    right.scatter(prior, here, s=90, color=colour(4), edgecolors=INK, zorder=4)
    right.annotate(
        f"{here:.3f}", (prior, here), xytext=(8, -12), textcoords="offset points", fontsize=11
    )
    right.legend(frameon=False, fontsize=10, loc="lower right")
    label(right, "The same word, other mailboxes", "prior P(spam)", "P(spam given word)")
    show(
        figure,
        "Left: a square cut into spam and other mail, the part with the word hatched. "
        "Right: the posterior against the prior, above the diagonal.",
    )


def what_each_knows(
    X: Array, y: Labels, opinions: Mapping[str, Array], densities: Mapping[str, Any], queries: Array
) -> None:
    """For each model P(class 1 given x) above, and the density of x it has, if any, below.

    opinions: model → (n²,) on `grid(X)`; densities: model → mixture, for those that have one
    """
    first, second, dots = grid(np.vstack([X, queries]))
    figure, axes = new_figure(len(opinions), 5.6, n_rows=2, sharex=True, sharey=True)
    for (top, below), (name, p) in zip(axes.T, opinions.items(), strict=True):
        opinion(top, first, second, p)
        points(top, X, y, 6)
        asked(top, queries)
        label(top, name, "", "x₂" if top is axes[0, 0] else "")
        if name in densities:
            values = density(densities[name], dots).reshape(len(second), -1)
            below.contourf(first, second, values, levels=12, cmap="viridis")
            label(below, "its density of x", "x₁", "x₂" if below is axes[1, 0] else "")
        else:
            below.text(
                0.5,
                0.5,
                "knows nothing\nabout x",
                ha="center",
                va="center",
                fontsize=12,
                color=GREY,
                transform=below.transAxes,
            )
            label(below, "its density of x", "x₁", "x₂" if below is axes[1, 0] else "")
    show(
        figure,
        "Upper row: the probability of class 1 of three models with their boundaries. "
        "Lower row: the density of x, which logistic regression does not have.",
    )


def shapes(X: Array, labels: Labels, priors: Array, means: Array, variances: Array) -> None:
    """The reader's naive Bayes on the data, beside Gaussians free to tilt. X (n, 2)"""
    naive = mixture(priors, means, [np.diag(v) for v in variances])
    figure, axes = new_figure(2, 4.4, sharex=True, sharey=True)
    for ax, title in zip(axes, ["Your naive Bayes", "Gaussians that may tilt"], strict=True):
        points(ax, X, labels, 10)
        frame(ax, X)
        label(ax, title, "x₁", "x₂" if ax is axes[0] else "")
    ellipses(axes[0], naive)
    for k in range(len(means)):
        ellipse(axes[1], X[labels == k].mean(axis=0), np.cov(X[labels == k].T), k)
    show(
        figure,
        "Three tilted classes of points. Left: the ellipses of naive Bayes, their axes "
        "parallel to those of the plot. Right: ellipses that follow the tilt.",
    )


def posterior_map(
    X: Array, labels: Labels, shares: Array, distances: Array, plain: Array, walk: Array
) -> None:
    """The reader's posterior as a map of mixed colours, and along a walk away from the data.

    shares (n², C) on `grid(X)`; distances (m,); log posteriors plain (m, C) and walk (m, C)
    """
    first, second, _ = grid(X)
    palette = np.array([to_rgb(colour(k)) for k in range(shares.shape[1])])
    mixed = np.clip(np.nan_to_num(np.asarray(shares, dtype=float)) @ palette, 0, 1)
    figure, (left, right) = new_figure(2, 4.0)
    left.imshow(
        mixed.reshape(len(second), len(first), 3),
        origin="lower",
        alpha=0.5,
        extent=(first[0], first[-1], second[0], second[-1]),
        aspect="equal",
    )
    points(left, X, labels, 8)
    label(left, "P(y given x): mixed colours are in doubt", "x₁", "x₂")
    for k in range(walk.shape[1]):
        right.plot(distances, walk[:, k], color=colour(k), linewidth=2, label=f"class {k}, yours")
        right.scatter(
            distances,
            plain[:, k],
            s=26,
            marker=marker(k),
            facecolors="none",
            edgecolors=INK,
            linewidths=0.8,
        )
    right.scatter([], [], s=26, facecolors="none", edgecolors=INK, label="as the formula stands")
    right.legend(frameon=False, fontsize=9, loc="lower left")
    label(right, "A walk away from the data", "standard deviations away", "log P(y given x)")
    show(
        figure,
        "Left: a map of the posterior of three classes. Right: log posteriors along a "
        "walk; the plain formula ends halfway, the logarithmic one does not.",
    )


def same_form(
    sets: Mapping[str, tuple[Array, Labels]], lines: Mapping[str, Mapping[str, Array]]
) -> None:
    """Boundaries w·x + b = 0 of several models on several data sets.

    sets: name → X (n, 2), y (n,); lines: name → model → (w₁, w₂, b)
    """
    figure, axes = new_figure(len(sets), 4.0, sharex=True, sharey=True)
    everything = np.vstack([X for X, _ in sets.values()])
    x = np.linspace(everything[:, 0].min(), everything[:, 0].max(), 2)
    for ax, (name, (X, y)) in zip(axes, sets.items(), strict=True):
        points(ax, X[:600], y[:600], 8)
        for k, (model, (w1, w2, b)) in enumerate(lines[name].items()):
            ax.plot(
                x,
                -(w1 * x + b) / w2,
                color=(INK, colour(4))[k % 2],
                linewidth=2.4,
                linestyle=("-", (0, (4, 3)))[k % 2],
                label=model,
            )
        frame(ax, everything)
        label(ax, name, "x₁", "x₂" if ax is axes[0] else "")
    axes[0].legend(frameon=True, framealpha=0.9, fontsize=9, loc="upper left")
    show(
        figure,
        "Two data sets, each with the boundary of naive Bayes and that of logistic "
        "regression: straight lines, almost the same.",
    )


def drawn_beside(X: Array, labels: Labels, new: Array, new_labels: Labels) -> None:
    """Data beside draws from the reader's model. X (n, 2), new (m, 2)"""
    figure, axes = new_figure(2, 4.4, sharex=True, sharey=True)
    parts = (("The data", X, labels), ("Drawn by you", new, new_labels))
    for ax, (title, rows, of) in zip(axes, parts, strict=True):
        points(ax, rows, of, 10)
        frame(ax, np.vstack([X, new]))
        label(ax, title, "x₁", "x₂" if ax is axes[0] else "")
    show(
        figure,
        "Left: three tilted classes. Right: the same classes drawn from naive Bayes, "
        "without the tilt.",
    )


def surest(images: Array, means: Array) -> None:
    """Images a classifier is surest of, one of each class, above the class means. (10, 64) each"""
    digit_rows(
        {"surest": images, "class means": means},
        "Classes 0 to 9",
        "Upper row: the images of which logistic regression is surest, grey patches with "
        "a few spots. Lower row: the mean digit of each class.",
    )


def walk_away(distances: Array, confidences: Mapping[str, Array], log_p: Array) -> None:
    """How sure each classifier is along a walk, above the log density there. All (m,)"""
    figure, (left, right) = new_figure(2, 3.4)
    for k, (name, values) in enumerate(confidences.items()):
        left.plot(
            distances,
            values,
            color=colour((0, 4)[k % 2]),
            linewidth=2.4,
            linestyle=("-", "--")[k % 2],
            label=name,
        )
    left.set_ylim(0.45, 1.03)
    left.legend(frameon=False, fontsize=10, loc="lower right")
    label(left, "How sure of the class?", "distance from the data's centre", "largest P(y given x)")
    right.plot(distances, log_p, color=INK, linewidth=2.4)
    label(right, "How probable is such an x at all?", "distance from the data's centre", "log p(x)")
    show(
        figure,
        "Left: both classifiers become certain as x moves away. Right: the log density "
        "of x falls without end.",
    )


def alarm(scores: Mapping[str, Array], threshold: float) -> None:
    """Log densities of several sets of images, a row each, and the line of the alarm."""
    figure, ax = new_figure(1, 0.9 + 0.44 * len(scores))
    rng = np.random.default_rng(0)
    for row, values in enumerate(scores.values()):
        caught = values < threshold
        jitter = row + rng.uniform(-0.25, 0.25, len(values)) * (len(values) > 1)
        size = 12 if len(values) > 20 else 60
        for rows, k in ((caught, 4), (~caught, 0)):
            ax.scatter(
                values[rows],
                jitter[rows],
                s=size,
                color=colour(k),
                marker=marker(k),
                alpha=0.45 if size < 20 else 0.9,
                linewidths=0,
            )
    ax.axvline(threshold, color=INK, linewidth=1.5)
    ax.set_xscale("symlog", linthresh=100)
    ax.annotate(
        "alarm",
        (threshold, 1.0),
        xytext=(-6, 2),
        textcoords="offset points",
        ha="right",
        xycoords=("data", "axes fraction"),
        fontsize=10,
    )
    ax.set_yticks(range(len(scores)), list(scores), fontsize=10)
    ax.invert_yaxis()
    label(ax, "", "log p(x)")
    show(
        figure, f"A row of log densities for each of: {', '.join(scores)}. A line marks the alarm."
    )


def learning_curves(sizes: Sequence[int], errors: Mapping[str, Mapping[str, Array]]) -> None:
    """Error on new data against the size of the training set; means, and single runs as dots.

    errors: data set → model → (sizes, repeats)
    """
    figure, axes = new_figure(len(errors), 3.6, sharey=True)
    for ax, (name, models) in zip(axes, errors.items(), strict=True):
        for k, (model, values) in enumerate(models.items()):
            c, m = colour((0, 4)[k % 2]), marker(k)
            x = np.repeat(sizes, values.shape[1])
            ax.scatter(x, values.ravel(), s=10, color=c, marker=m, alpha=0.25, linewidths=0)
            ax.plot(
                sizes,
                values.mean(axis=1),
                color=c,
                marker=m,
                linewidth=2,
                linestyle=("-", "--")[k % 2],
                label=model,
            )
        ax.set_xscale("log")
        ax.set_xticks(list(sizes), [str(n) for n in sizes])
        ax.minorticks_off()
        label(ax, name, "training rows, n", "error on new data" if ax is axes[0] else "")
    axes[0].set_ylim(0, None)
    axes[-1].legend(frameon=False, fontsize=9, loc="upper right")
    show(
        figure,
        "Error against the number of training rows for logistic regression and naive "
        f"Bayes, in a panel for each data set: {', '.join(errors)}.",
    )
