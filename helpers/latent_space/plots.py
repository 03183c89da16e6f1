"""Figures of section 04. Each takes codes, images or a model's numbers, draws, and shows."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib import colormaps
from matplotlib.axes import Axes
from numpy.typing import NDArray

from helpers.course import grading
from helpers.plots import GREY, INK, Array, colour, frame, label, marker, mosaic, new_figure, show

Labels = NDArray[np.int64]


def code_map(ax: Axes, Z: Array, labels: Labels, size: float = 32) -> None:
    """Scatter two-dimensional codes Z (n, 2), each drawn as its digit. labels (n,)"""
    if grading():
        Z, labels = Z[:100], labels[:100]
    for digit in range(10):
        rows = labels == digit
        ax.scatter(
            Z[rows, 0],
            Z[rows, 1],
            s=size,
            marker=rf"$\mathbf{{{digit}}}$",
            linewidths=0,
            color=colormaps["viridis"](digit / 10.5),
            alpha=0.8,
        )


def image(ax: Axes, pixels: Array, title: str = "") -> None:
    """One digit (64,), grey levels from 0 to 1."""
    ax.imshow(np.reshape(pixels, (8, 8)), cmap="viridis", vmin=0, vmax=1)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    label(ax, title)


def recipe(
    z: Array, x: Array, curve: Array, densities: Mapping[str, Array], extent: Sequence[float]
) -> None:
    """A latent number, the plane it is decoded to, and the density that comes out.

    z (n,), x (n, 2), curve (m, 2); densities: title → image over `extent`
    """
    figure, axes = new_figure(2 + len(densities), 2.7)
    shade = colormaps["viridis"]
    low, high = -3.0, 3.0
    _, edges, bars = axes[0].hist(z, np.linspace(low, high, 25), density=True)
    for edge, bar in zip(edges, bars, strict=False):
        bar.set_facecolor(shade((edge - low) / (high - low)))
    label(axes[0], "first z", "z", "density")
    axes[1].scatter(x[:, 0], x[:, 1], c=z, cmap=shade, vmin=low, vmax=high, s=6, linewidths=0)
    axes[1].plot(curve[:, 0], curve[:, 1], color=INK, linewidth=1)
    label(axes[1], "then x, near f(z)", "x₁", "x₂")
    for ax, (title, density) in zip(axes[2:], densities.items(), strict=True):
        ax.imshow(density, origin="lower", extent=extent, aspect="auto", cmap=shade)
        label(ax, title, "x₁", "x₂")
    for ax in axes[1:]:
        ax.set_xlim(extent[0], extent[1])
        ax.set_ylim(extent[2], extent[3])
    show(
        figure,
        "A Gaussian histogram of z; draws of x along a wave, coloured by their z; the "
        "density of x as a mean over few, then over many draws of z.",
    )


def components(mean: Array, directions: Array, ratio: Array) -> None:
    """The mean digit, the first components as pictures, and the variance that n of them keep.

    mean (64,), directions (m, 64), ratio (L,) with L ≥ m
    """
    figure, axes = new_figure(
        2 + len(directions), 2.1, width_ratios=[1] * (len(directions) + 1) + [2.2]
    )
    image(axes[0], mean, "mean")
    for k, ax in enumerate(axes[1:-1]):
        image(ax, mean, f"component {k + 1}")
        limit = np.abs(directions[k]).max()
        ax.images[0].set(data=directions[k].reshape(8, 8), cmap="PuOr", clim=(-limit, limit))
    axes[-1].plot(range(1, len(ratio) + 1), np.cumsum(ratio), color=colour(0), linewidth=2)
    axes[-1].set_ylim(0, 1)
    label(axes[-1], "variance kept", "number of components", "share")
    show(
        figure,
        "The mean digit; the first components, orange where a positive code takes ink "
        "away and purple where it adds ink; the share of variance kept, rising to 1.",
    )


def maps(codes: Mapping[str, Array], labels: Labels) -> None:
    """Two-dimensional codes of several models side by side. codes: title → (n, 2)"""
    width = min(9.0, 5.5 * len(codes))
    figure, axes = new_figure(len(codes), 4.6, width=width, squeeze=False)
    for ax, (title, Z) in zip(axes[0], codes.items(), strict=True):
        code_map(ax, Z, labels)
        frame(ax, Z)
        label(ax, title, "z₁", "z₂")
    show(
        figure,
        "Scatter plots of two latent numbers, each point drawn as the digit it is: "
        + " and ".join(codes)
        + ".",
    )


def reconstruction_error(errors: Sequence[float], sizes: Sequence[int], vae: float) -> None:
    """Error of PCA on unseen digits against the number of codes, and of the VAE with two."""
    figure, ax = new_figure(1, 3.1, width=6.5)
    ax.plot(sizes, errors, "o-", color=colour(0), label="PCA")
    ax.plot(2, vae, marker="*", markersize=16, color=colour(4), linestyle="none", label="VAE")
    ax.axhline(vae, color=GREY, linestyle=":", linewidth=1)
    ax.set_xticks(list(sizes))
    ax.legend(frameon=False, fontsize=10)
    label(ax, "How well unseen digits are rebuilt", "latent numbers", "error per pixel (RMS)")
    show(figure, "The error of PCA falls with the number of codes; a star marks the VAE with two.")


def manifolds(models: Mapping[str, Any], spreads: Mapping[str, Array], n: int = 11) -> None:
    """What a grid over latent space decodes to. spreads: model → standard deviations (2,)"""
    figure, axes = new_figure(len(models), 4.7)
    steps = np.linspace(-2.2, 2.2, n)
    grid = np.stack(np.meshgrid(steps, steps[::-1]), axis=-1)  # rows from the top
    for ax, (name, model) in zip(axes, models.items(), strict=True):
        images = np.asarray(model.decode((grid * spreads[name]).reshape(-1, 2)))
        picture = mosaic(list(images.reshape(n, n, 64)))
        edge = steps[-1] * spreads[name] * n / (n - 1)  # the grid's points are the tiles' middles
        ax.imshow(picture, extent=(-edge[0], edge[0], -edge[1], edge[1]), aspect="auto")
        label(ax, f"{name}: decode(z)", "z₁", "z₂")
    show(
        figure,
        "Two large grids of decoded digits: pictures fade into each other with PCA, and "
        "turn from one clear digit into the next with the VAE.",
    )


def along_the_way(distances: Mapping[str, Array], steps: Mapping[str, Array], real: float) -> None:
    """Paths seen from the data: distance to the nearest seen digit, and the length of each step.

    distances: path → (pairs, m); steps: model → (k,); real: distance of a typical unseen digit
    """
    figure, (left, right) = new_figure(2, 3.4, width_ratios=[1.3, 1])
    for k, (name, values) in enumerate(distances.items()):
        way = np.linspace(0, 1, values.shape[1])
        low, middle, high = np.quantile(values, [0.25, 0.5, 0.75], axis=0)
        left.fill_between(way, low, high, color=colour(4 * k), alpha=0.2, linewidth=0)
        left.plot(way, middle, marker=marker(k), color=colour(4 * k), markersize=5, label=name)
    left.axhline(real, color=GREY, linestyle=":", label="a real, unseen digit")
    left.set_ylim(0, None)
    left.legend(frameon=False, fontsize=9, loc="lower center", ncols=1)
    label(left, "How far from any real digit?", "α", "distance per pixel (RMS)")
    for k, (name, values) in enumerate(steps.items()):
        way = (np.arange(len(values)) + 0.5) / len(values)
        right.plot(
            way,
            values / values.sum(),
            color=colour(4 * k),
            linewidth=2,
            label=name,
            linestyle=("-", "--")[k % 2],
        )
    right.set_ylim(0, None)
    right.legend(frameon=False, fontsize=9)
    label(right, "Equal steps of α, unequal steps in pixels", "α", "share of the whole way")
    show(
        figure,
        "Left: the distance to the nearest real digit along the two kinds of path, the "
        "cross-fade rising in the middle. Right: step lengths along one path, constant "
        "for PCA, uneven for the VAE.",
    )


def attribute_effect(
    alphas: Sequence[float],
    leans: Mapping[str, Sequence[float]],
    same: Mapping[str, Sequence[float]],
) -> None:
    """What a direction does to unseen digits: to their lean, and to which digit they are.

    alphas (m,); leans and same: direction → mean lean and share of unchanged digits, (m,) each
    """
    figure, (left, right) = new_figure(2, 3.2)
    for k, name in enumerate(leans):
        style: dict[str, Any] = {
            "color": colour((0, 4, 2)[k % 3]),
            "marker": marker(k),
            "linestyle": ("-", "--", "-.")[k % 3],
        }
        left.plot(alphas, leans[name], label=name, **style)
        right.plot(leans[name], same[name], label=name, **style)
    left.legend(frameon=False, fontsize=9)
    label(left, "The attribute moves …", "α", "mean lean to the right")
    right.set_ylim(0, 1.03)
    label(right, "… and what does it cost?", "mean lean to the right", "still the same digit")
    show(
        figure,
        "Left: mean lean against alpha for each direction. Right: the share of digits "
        "that keep their identity against the lean reached.",
    )


def holes(
    distances: Mapping[str, Array],
    codes: Mapping[str, Array],
    places: Mapping[str, Mapping[str, Array]],
    limit: float,
) -> None:
    """Distance from decode(z) to the nearest real digit, over latent space.

    distances: model → (m, m) over the square of half-width `limit`; codes: model → (n, 2);
    places: model → name → z (2,)
    """
    figure, axes = new_figure(len(distances), 4.3)
    for ax, (name, values) in zip(axes, distances.items(), strict=True):
        ground = ax.imshow(
            values,
            origin="lower",
            extent=(-limit, limit, -limit, limit),
            cmap="viridis",
            vmin=0.05,
            vmax=0.35,
        )
        ax.scatter(codes[name][:, 0], codes[name][:, 1], s=3, color="white", linewidths=0)
        for letter, z in places[name].items():
            ax.plot(*z, "o", markersize=17, color="white", markeredgecolor=INK)
            ax.annotate(letter, z, ha="center", va="center", fontsize=11, color=INK)
        ax.set_xlim(-limit, limit)
        ax.set_ylim(-limit, limit)
        label(ax, name, "z₁", "z₂")
    bar = figure.colorbar(ground, ax=axes, extend="max", shrink=0.9)
    bar.set_label("distance to the nearest real digit", fontsize=10)
    show(
        figure,
        "Two maps of latent space, dark where decoded pictures are near a real digit. "
        "White dots are the codes of real digits; letters mark the places decoded below.",
    )


def monte_carlo(errors: Mapping[str, Mapping[int, Array]]) -> None:
    """Error of Monte Carlo estimates of log p(x). errors: title → n_samples → (repeats,)"""
    figure, axes = new_figure(len(errors), 3.4, sharey=True)
    for k, (ax, (title, by_size)) in enumerate(zip(axes, errors.items(), strict=True)):
        for i, values in enumerate(by_size.values()):
            jitter = np.linspace(-0.15, 0.15, len(values))
            ax.plot(i + jitter, values, marker(k), color=colour(4 * k), markersize=5, alpha=0.5)
            ax.plot([i - 0.25, i + 0.25], [np.mean(values)] * 2, color=INK, linewidth=2)
        ax.axhline(0, color=GREY, linestyle=":")
        ax.set_xticks(range(len(by_size)), [f"{size:,}" for size in by_size])
        ax.set_yscale("symlog", linthresh=1)
        ax.set_yticks([-100, -10, -1, 0, 1], ["−100", "−10", "−1", "0", "1"])
        label(ax, title, "draws of z", "estimate − exact log p(x)" if k == 0 else "")
    show(
        figure,
        "Errors of repeated estimates against the number of draws, a line at each mean: "
        "far too low for few draws, and much slower to recover with many latent numbers.",
    )


def worth(exact: Mapping[int, float], vae: float) -> None:
    """Mean log p(x) of unseen digits, linear decoders and the VAE. exact: n_latent → nats"""
    figure, ax = new_figure(1, 3.1, width=6.5)
    ax.plot(list(exact), list(exact.values()), "o-", color=colour(0), label="linear, exact")
    ax.plot(
        2,
        vae,
        marker="*",
        markersize=16,
        color=colour(4),
        linestyle="none",
        label="VAE, your estimate",
    )
    ax.axhline(vae, color=GREY, linestyle=":", linewidth=1)
    ax.set_xticks(list(exact))
    ax.legend(frameon=False, fontsize=10)
    label(ax, "How probable are unseen digits?", "latent numbers", "mean log p(x)")
    show(
        figure,
        "Mean log density of unseen digits rises with the latent numbers of a linear "
        "decoder; a star marks the VAE with two.",
    )
