"""Things to move in section 02."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.course import unattended
from helpers.maximum_likelihood.plots import bell, histogram, landscape, mark
from helpers.plots import GREY, INK, Array, colour, label, new_figure, show
from helpers.widgets import board


def hill(
    log_likelihood: Callable[..., Any],
    surface: Callable[..., Any],
    data: Array,
    start: tuple[float, float] = (4.0, 2.6),
) -> None:
    """Move mu and sigma: the density over the data, and the point on the surface of log L.

    data (n,); the surface is computed once
    """
    mus, sigmas = np.linspace(0.8, 5.2, 89), np.linspace(0.8, 4.2, 69)
    heights = np.asarray(surface(data, mus, sigmas), dtype=float)
    grid = np.linspace(data.min() - 1, data.max() + 1, 300)
    alt = (
        "Left: the histogram of the data under the Gaussian of the sliders. Right: the "
        "log-likelihood surface with a point at the same parameters."
    )

    def draw(mu: float, sigma: float) -> Figure:
        figure, (left, right) = new_figure(2, 3.8)
        histogram(left, data)
        left.plot(grid, bell(grid, mu, sigma), color=colour(4), linewidth=2.2)
        left.set_ylim(0, 0.42)
        label(left, f"N({mu:.1f}, {sigma:.1f}²) over the data", "x", "density")
        landscape(right, mus, sigmas, heights)
        mark(right, (mu, sigma), 1, "the sliders")
        right.legend(fontsize=9, loc="upper right")
        below = heights.max() - float(log_likelihood(data, mu, sigma))
        label(right, f"log L is {below:.1f} below the top", "μ", "σ")
        return figure

    if unattended():
        show(draw(*start), alt)
        return
    from ipywidgets import FloatSlider

    board(
        draw,
        {
            "mu": FloatSlider(
                value=start[0], min=1, max=5, step=0.1, description="μ", continuous_update=False
            ),
            "sigma": FloatSlider(
                value=start[1], min=1, max=4, step=0.1, description="σ", continuous_update=False
            ),
        },
        alt,
    )


def _beliefs(
    left: Any, prior: tuple[float, float], posterior: Array, data: Array, sigma: float
) -> None:
    """Prior, likelihood (scaled to area 1) and posterior of mu, as curves."""
    mu = np.linspace(-4, 10, 800)
    left.plot(mu, bell(mu, *posterior), color=INK, linewidth=2.6, label="posterior")
    left.plot(mu, bell(mu, *prior), color=colour(0), linewidth=2, linestyle="--", label="prior")
    if len(data):
        left.plot(
            mu,
            bell(mu, data.mean(), sigma / np.sqrt(len(data))),
            color=colour(1),
            linewidth=2,
            linestyle="-.",
            label="likelihood, area 1",
        )
    left.set_xlim(-4, 10)
    left.set_ylim(bottom=0)
    left.legend(frameon=False, fontsize=9)
    label(left, f"posterior {posterior[0]:.2f} ± {posterior[1]:.2f}", "μ", "density")


def _journey(right: Any, path: Array, counts: Array, data: Array, truth: float) -> None:
    """Posterior mean and band at some counts (m,), the running mean of data. path (m, 2)"""
    n = np.arange(1, len(data) + 1)
    mean, std = path.T
    right.fill_between(counts, mean - 2 * std, mean + 2 * std, color=GREY, alpha=0.3)
    right.plot(counts, mean, color=INK, linewidth=2, label="posterior mean ± 2 std")
    right.plot(
        n,
        np.cumsum(data) / n,
        color=colour(1),
        linestyle="-.",
        linewidth=1.8,
        label="mean of the data",
    )
    right.axhline(truth, color=colour(4), linestyle=":", linewidth=1.6, label="truth")
    right.set_xscale("symlog", linthresh=1)
    right.set_xlim(0, len(data))
    right.set_ylim(-6, 16)
    right.set_xticks([0, 1, 10, 100, 1000], ["0", "1", "10", "100", "1000"])
    right.minorticks_off()
    right.legend(fontsize=9, loc="upper right", framealpha=1, edgecolor="white")


def prior(gaussian_posterior: Callable[..., Any], data: Array, sigma: float, truth: float) -> None:
    """Move the number of data and the prior: beliefs about mu now, and on the way there.

    data (1000,), of which the first few are used; sigma is known
    """
    alt = (
        "Left: prior, likelihood and posterior of mu. Right: posterior mean with a band of two "
        "standard deviations, and the running mean of the data, against the number of data."
    )

    some = [0, 1, 2, 3, 5, 10, 30, 100, 300, 1000]
    counts = np.union1d(some, np.geomspace(1, len(data), 60).astype(int))

    def draw(n: int, prior_mean: float, prior_std: float) -> Figure:
        path = np.array(
            [gaussian_posterior(data[:m], sigma, prior_mean, prior_std) for m in counts],
            dtype=float,
        )
        figure, (left, right) = new_figure(2, 3.7)
        _beliefs(left, (prior_mean, prior_std), path[counts == n][0], data[:n], sigma)
        _journey(right, path, counts, data, truth)
        right.axvline(n, color=GREY, linewidth=1.2, zorder=1)
        label(right, f"n = {n}; the prior is worth {(sigma / prior_std) ** 2:.3g} data", "n", "μ")
        return figure

    if unattended():
        show(draw(5, 0.0, 1.0), alt)
        return
    from ipywidgets import FloatSlider, SelectionSlider

    board(
        draw,
        {
            "n": SelectionSlider(options=some, value=5, description="n", continuous_update=False),
            "prior_mean": FloatSlider(
                value=0, min=-3, max=9, step=0.5, description="prior mean", continuous_update=False
            ),
            "prior_std": SelectionSlider(
                options=[0.2, 0.5, 1.0, 2.0, 5.0, 50.0],
                value=1.0,
                description="prior std",
                continuous_update=False,
            ),
        },
        alt,
    )
