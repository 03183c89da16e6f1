"""Figures of section 05. Each takes images, scores or features, draws, and shows."""

from collections.abc import Mapping, Sequence

import numpy as np

from helpers.plots import (
    GREY,
    INK,
    Array,
    colour,
    digit_rows,
    frame,
    label,
    marker,
    mosaic,
    new_figure,
    show,
)


def drawn(samples: Mapping[str, Array], title: str, n: int = 14) -> None:
    """A row of images of each generator. samples: name → (m ≥ n, 64)"""
    digit_rows(
        {name: images[:n] for name, images in samples.items()},
        title,
        f"{len(samples)} rows of images, one row for each generator: {', '.join(samples)}.",
    )


def answers(images: Array, probabilities: Array, names: Sequence[str]) -> None:
    """Images above what the network says about them. images (n, 64), probabilities (n, 10)"""
    figure, axes = new_figure(len(images), 3.4, n_rows=2, sharey="row", height_ratios=[1, 1])
    for (top, below), image, p, name in zip(axes.T, images, probabilities, names, strict=True):
        top.imshow(mosaic([image[None]]), interpolation="nearest")
        top.set_xticks([])
        top.set_yticks([])
        top.spines[:].set_visible(False)
        top.set_title(name, fontsize=10, color=INK)
        below.bar(range(10), p, color=[colour(4 if k == p.argmax() else 0) for k in range(10)])
        below.set_xticks(range(10))
        below.set_ylim(0, 1.05)
        below.tick_params(labelsize=8)
        label(below, "", "class y", "p(y|x)" if below is axes[1, 0] else "")
    show(
        figure,
        "Images above bar charts of the probabilities that the network gives to the ten "
        "classes; the largest bar is marked.",
    )


def divergences(P: Array, q: Array, forward: Array, backward: Array, names: Sequence[str]) -> None:
    """Rows p of P (n, k) against one q (k,), with the reader's divergences both ways (n,)."""
    figure, axes = new_figure(len(P), 2.9, sharey=True)
    x = np.arange(len(q))
    for ax, p, there, back, name in zip(axes, P, forward, backward, names, strict=True):
        ax.bar(x, p, color=colour(0), alpha=0.75, label="p: this image")
        ax.step(
            np.r_[x - 0.5, x[-1] + 0.5],
            np.r_[q, q[-1]],
            where="post",
            color=colour(4),
            linewidth=2,
            label="q: all images",
        )
        ax.set_xticks(x)
        label(
            ax,
            f"{name}\nKL(p‖q) = {there:.2f},  KL(q‖p) = {back:.2f}",
            "class y",
            "probability" if ax is axes[0] else "",
        )
    axes[-1].legend(frameon=False, fontsize=9)
    show(
        figure,
        "Bars of p(y|x) for single images against a line for p(y), with the "
        "Kullback-Leibler divergences in both directions as titles.",
    )


def scoreboard(
    samples: Mapping[str, Array],
    scores: Mapping[str, Mapping[str, float]],
    order: Sequence[str],
    n: int = 6,
) -> None:
    """Generators in the reader's order, with a column of bars for each score.

    samples: generator → (m ≥ n, 64); scores: what the score is → generator → value
    """
    known = [name for name in dict.fromkeys(order) if name in samples]
    known += [name for name in samples if name not in known]  # what the reader left out
    figure, axes = new_figure(
        1 + len(scores),
        0.75 + 0.5 * len(known),
        sharey=True,
        width_ratios=[2.2] + [5.2 / len(scores)] * len(scores),
    )
    picture = mosaic([samples[name][:n] for name in known])
    axes[0].imshow(
        picture, extent=(0, n, len(known) - 0.5, -0.5), aspect="auto", interpolation="nearest"
    )
    axes[0].set_yticks(range(len(known)), known, fontsize=10)
    axes[0].set_xticks([])
    axes[0].tick_params(length=0)
    axes[0].spines[:].set_visible(False)
    label(axes[0], "Your order")
    for k, (ax, (title, values)) in enumerate(zip(axes[1:], scores.items(), strict=True)):
        lengths = np.array([values[name] for name in known])
        ax.barh(range(len(known)), lengths, color=colour((0, 4, 2)[k % 3]), alpha=0.8, height=0.6)
        if lengths.max() > 50:
            ax.set_xscale("symlog", linthresh=1 if lengths.min() >= 0 else 10)
        for row, value in enumerate(lengths):
            words = f"{value:.2f}" if value < 100 else f"{value:.0f}"
            ax.annotate(
                words.replace("-", "−"),
                (max(value, 0), row),
                xytext=(4, 0),
                textcoords="offset points",
                va="center",
                fontsize=9,
            )
        ax.tick_params(axis="y", length=0)
        ax.margins(x=0.3)
        label(ax, title)
    show(
        figure,
        "A row for each generator, in the order the reader chose: six of its images, and "
        f"bars for {', '.join(scores)}.",
    )


def order_effect(splits: Sequence[int], curves: Mapping[str, Sequence[float]]) -> None:
    """Inception score of the same images against the number of splits. curves: order → scores"""
    figure, ax = new_figure(1, 3.2, width=7.5)
    for k, (name, values) in enumerate(curves.items()):
        ax.plot(
            splits,
            values,
            marker=marker(k),
            color=colour((0, 4, 2)[k % 3]),
            linestyle=("-", "--", "-.")[k % 3],
            label=name,
        )
    ax.set_xscale("log")
    ax.set_xticks(list(splits), [str(s) for s in splits])
    ax.minorticks_off()
    ax.set_ylim(0, None)
    ax.legend(frameon=False, fontsize=10)
    label(ax, "The same images, cut differently", "number of splits", "Inception score")
    show(
        figure,
        "Inception score against the number of splits for the same images in two orders: "
        "the curves part as the splits become many.",
    )


def bias(sizes: Sequence[int], fids: Array, kids: Array) -> None:
    """Real against real: both distances against the number of images. fids, kids (sizes, m)"""
    figure, (left, right) = new_figure(2, 3.4)
    for ax, values, k in ((left, fids, 0), (right, kids, 4)):
        x = np.repeat(sizes, values.shape[1])
        ax.scatter(
            x, values.ravel(), s=14, color=colour(k), marker=marker(k), alpha=0.35, linewidths=0
        )
        ax.plot(
            sizes, values.mean(axis=1), marker=marker(k), color=INK, linewidth=1.5, label="mean"
        )
        ax.set_xscale("log")
        ax.set_xticks(list(sizes), [str(n) for n in sizes])
        ax.minorticks_off()
    left.set_yscale("log")
    guide = fids.mean(axis=1)[-1] * sizes[-1] / np.asarray(sizes, dtype=float)
    left.plot(sizes, guide, color=GREY, linestyle=":", label="proportional to 1/n")
    right.axhline(0, color=GREY, linestyle=":", label="no difference")
    for ax, title in ((left, "FID"), (right, "KID")):
        ax.legend(frameon=False, fontsize=9)
        label(ax, f"{title}, real digits against real digits", "images in each set, n", title)
    show(
        figure,
        "Left: FID between two sets of real digits falls like one over the number of "
        "images. Right: KID scatters around zero for every number of images.",
    )


def same_moments(sets: Mapping[str, Array], scores: Mapping[str, Mapping[str, float]]) -> None:
    """Point sets (n, 2) with the same mean and covariance, and their distances to the first."""
    figure, axes = new_figure(len(sets), 3.9, sharex=True, sharey=True)
    for k, (ax, (name, X)) in enumerate(zip(axes, sets.items(), strict=True)):
        ax.scatter(
            X[:, 0],
            X[:, 1],
            s=6,
            color=colour((0, 4, 2)[k % 3]),
            marker=marker(k),
            alpha=0.6,
            linewidths=0,
        )
        frame(ax, np.vstack(list(sets.values())))
        values = ",  ".join(
            f"{score} {given[name]:.2f}".replace("-", "−")
            for score, given in scores.items()
            if name in given
        )
        label(
            ax,
            f"{name}\n{values or 'the reference'}",
            "first feature",
            "second feature" if ax is axes[0] else "",
        )
    show(
        figure,
        "Three scatter plots of the same mean and covariance: a Gaussian cloud, a "
        "lopsided comet, a ring. Titles give the distances to the first.",
    )


def nearest(distances: Mapping[str, Array]) -> None:
    """Histograms of the distance of each image to its nearest training image, a row per set."""
    figure, axes = new_figure(1, 3.6, n_rows=len(distances), sharex=True, width=7.5)
    edges = np.linspace(0, max(d.max() for d in distances.values()), 60)
    for k, (ax, (name, values)) in enumerate(zip(axes, distances.items(), strict=True)):
        ax.hist(values, edges, color=colour((0, 4, 2)[k % 3]), alpha=0.8)
        ax.axvline(np.median(values), color=INK, linewidth=1.5)
        ax.set_ylabel("images", fontsize=9)
        ax.set_title(f"{name}: median {np.median(values):.2f}", fontsize=10, loc="left", color=INK)
    axes[-1].set_xlabel("distance to the nearest training image", fontsize=10)
    show(
        figure,
        "Histograms of the distance to the nearest training image: copies lie at zero, "
        "unseen real digits do not.",
    )


def disagreement(sizes: Sequence[int], held_out: Sequence[float], fids: Sequence[float]) -> None:
    """Held-out log-likelihood and FID of mixtures with more and more components."""
    figure, axes = new_figure(2, 3.2)
    panels = (
        (held_out, np.argmax, "Held-out log-likelihood: higher is better", "nats per image"),
        (fids, np.argmin, "FID to the training images: lower is better", "FID"),
    )
    for k, (ax, (values, best, title, unit)) in enumerate(zip(axes, panels, strict=True)):
        ax.plot(sizes, values, marker=marker(k), color=colour((0, 4)[k]))
        at = int(best(values))
        ax.scatter(sizes[at], values[at], s=220, facecolors="none", edgecolors=INK, linewidths=2)
        ax.set_xscale("log")
        ax.set_xticks(list(sizes), [str(n) for n in sizes])
        ax.minorticks_off()
        label(ax, title, "components of the mixture", unit)
    show(
        figure,
        "Left: held-out log-likelihood peaks and falls with the number of components. "
        "Right: FID keeps falling. The best of each is circled.",
    )
