"""Figures of section 03. Each takes densities or the reader's own draws, draws, and shows."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.plots import GREY, INK, Array, colour, label, marker, new_figure, show

Density = Callable[[Array], Array]


def histogram(ax: Axes, draws: Array, grid: Array, density: Array, bins: int = 50) -> None:
    """Draws as grey-blue bars of area 1, the true density (g,) on grid (g,) as a line over them."""
    edges = np.linspace(grid[0], grid[-1], bins + 1).tolist()
    share = np.full(len(draws), 1 / (len(draws) * (edges[1] - edges[0])))  # what is outside counts
    ax.hist(draws, edges, weights=share, color=colour(0), alpha=0.45)
    ax.plot(grid, density, color=INK, linewidth=2)
    ax.set_xlim(grid[0], grid[-1])


def monte_carlo(
    streams: Array, truth: float, errors: Mapping[int, Sequence[float]], sizes: Sequence[int]
) -> None:
    """Running averages of a few streams, and typical errors by number of draws and dimension.

    streams (m, n); errors: dimension → root mean squared error at each of the sizes
    """
    figure, (left, right) = new_figure(2, 3.3)
    n = np.arange(1, streams.shape[1] + 1)
    for k, stream in enumerate(streams):
        left.semilogx(n, np.cumsum(stream) / n, color=colour(k), linewidth=1.6)
    left.axhline(truth, color=INK, linestyle="--", linewidth=1.5)
    label(left, "Five streams of draws, d = 10 (dashed: truth)", "draws", "average so far")
    for k, (d, error) in enumerate(errors.items()):
        right.loglog(sizes, error, marker=marker(k), color=colour(k), label=f"d = {d}")
    right.loglog(sizes, 0.7 / np.sqrt(sizes), color=INK, linestyle=":", label="0.7 / √n")
    right.set_yticks([0.02, 0.05, 0.1, 0.2], ["0.02", "0.05", "0.1", "0.2"])
    right.minorticks_off()
    right.legend(frameon=False, fontsize=9)
    label(right, "Typical error of the average", "draws n", "root mean squared error")
    show(
        figure,
        "Left: running averages of five streams settle on the truth. Right: the error "
        "falls like one over root n, with nearly the same line for 1, 10, 100 dimensions.",
    )


def inverse_cdf(x: Array, cdf: Density, pdf: Density) -> None:
    """How uniform numbers become draws x (n,): a few arrows, and the histogram of all."""
    grid = np.linspace(0, np.quantile(x, 0.995), 300)
    figure, (left, right) = new_figure(2, 3.3, width_ratios=[1.25, 1])
    left.plot(grid, cdf(grid), color=INK, linewidth=2)
    for level in (np.arange(12) + 0.5) / 12:
        at = np.interp(level, cdf(grid), grid)
        left.plot([0, at], [level, level], color=colour(1), linewidth=1)
        left.annotate(
            "",
            (at, 0),
            (at, level),
            arrowprops={"arrowstyle": "-|>", "color": colour(0), "linewidth": 1},
        )
    left.set_xlim(0, grid[-1])
    left.set_ylim(0, 1)
    label(left, "Evenly spaced u, read off the curve", "x", "u = F(x)")
    histogram(right, x, grid, pdf(grid))
    label(right, f"{len(x)} draws (line: the density)", "x", "density")
    show(
        figure,
        "Left: horizontal lines from evenly spaced u to the distribution function, then "
        "arrows down to x, dense where the function is steep. Right: the draws as a "
        "histogram under the density.",
    )


def ceilings(target: Density, proposals: Mapping[str, tuple[Density, float]], grid: Array) -> None:
    """The target under its scaled proposals, each touching it. proposals: name → (density, M)"""
    figure, axes = new_figure(len(proposals), 3.3, sharey=True)
    for ax, (name, (density, M)) in zip(np.ravel(axes), proposals.items(), strict=True):
        p, ceiling = target(grid), M * density(grid)
        ax.fill_between(grid, p, ceiling, color=colour(1), alpha=0.25, label="rejected")
        ax.fill_between(grid, p, color=colour(0), alpha=0.45, label="accepted")
        ax.plot(grid, ceiling, color=colour(4), linestyle="--", linewidth=2, label="M q(x)")
        ax.plot(grid, p, color=INK, linewidth=2, label="p(x)")
        touch = int(np.argmax(p / np.maximum(ceiling, 1e-12)))
        ax.plot(
            grid[touch],
            p[touch],
            "o",
            markersize=9,
            color="white",
            markeredgecolor=INK,
            markeredgewidth=1.8,
        )
        ax.set_xlim(grid[0], grid[-1])
        label(ax, f"{name}: M = {M:.3f}", "x", "density" if ax is np.ravel(axes)[0] else "")
    np.ravel(axes)[0].legend(frameon=False, fontsize=9)
    show(
        figure,
        "The target density under M times each proposal; a circle marks where they touch, "
        "shaded areas show what is accepted and what is rejected.",
    )


def histograms(draws: Mapping[str, Array], density: Density, grid: Array, alt: str) -> None:
    """Histograms of several sets of draws, side by side, each under the same density."""
    figure, axes = new_figure(len(draws), 3.0, sharey=True)
    for ax, (name, x) in zip(np.ravel(axes), draws.items(), strict=True):
        histogram(ax, np.asarray(x), grid, density(grid))
        label(ax, name, "x", "density" if ax is np.ravel(axes)[0] else "")
    show(figure, alt)


def acceptance_by_dimension(dims: Sequence[int], rates: Sequence[float], scale: float) -> None:
    """Measured acceptance rates of a nearly perfect proposal, and the theory up to d = 100."""
    figure, ax = new_figure(1, 3.1, width=7.0)
    line = np.arange(1, 101)
    ax.semilogy(line, scale ** -line.astype(float), color=INK, label=f"1 / M = {scale}⁻ᵈ")
    ax.semilogy(dims, rates, "o", color=colour(4), markersize=8, label="measured")
    ax.minorticks_off()
    ax.legend(frameon=False, fontsize=10)
    label(ax, "A proposal that is 20% too wide", "dimension d", "share accepted")
    show(figure, "The acceptance rate on a log scale falls on a straight line with the dimension.")


def tail(
    log_target: Density,
    proposals: Mapping[str, Density],
    estimates: Mapping[str, Array],
    truth: float,
) -> None:
    """Tail target with its proposals, and the estimates that many repetitions give.

    proposals: name → log density; estimates: name → (repeats,)
    """
    figure, (left, right) = new_figure(2, 3.4, width_ratios=[1.15, 1])
    x = np.linspace(-3, 8, 1101)
    p = np.exp(log_target(x))
    left.fill_between(x, p / (p.sum() * (x[1] - x[0])), color=GREY, alpha=0.35, label="target")
    for k, (name, log_density) in enumerate(proposals.items()):
        left.plot(
            x,
            np.exp(log_density(x)),
            color=colour(k),
            linewidth=2,
            label=name,
            linestyle=("-", "--", "-.")[k % 3],
        )
        scatter = np.random.default_rng(k).uniform(-0.3, 0.3, len(estimates[name]))
        right.scatter(
            estimates[name],
            k + scatter,
            s=10,
            marker=marker(k),
            color=colour(k),
            alpha=0.5,
            linewidths=0,
        )
    left.legend(frameon=False, fontsize=9)
    label(left, "One target, three proposals", "x", "density")
    right.axvline(truth, color=INK, linestyle="--", linewidth=1.5)
    right.set_yticks(range(len(proposals)), list(proposals))
    right.invert_yaxis()
    label(right, "Each dot: your estimate from 1000 draws", "estimate (dashed: truth)")
    show(
        figure,
        "Left: the tail of a normal density beyond 2, and three proposals. Right: "
        "repeated estimates, scattered most for the proposal that rarely gets there.",
    )


def running_estimates(paths: Mapping[str, Array], truth: float) -> None:
    """Estimates as draws come in, several runs for each proposal. paths: name → (runs, n)"""
    figure, axes = new_figure(len(paths), 3.2, sharey=True)
    for ax, (name, runs) in zip(np.ravel(axes), paths.items(), strict=True):
        n = np.unique(np.geomspace(10, runs.shape[1], 500).astype(int))
        for k, run in enumerate(runs):
            ax.semilogx(n, run[n - 1], color=colour(k), linewidth=1.5)
        ax.axhline(truth, color=INK, linestyle="--", linewidth=1.5)
        label(ax, name, "draws", "estimate so far" if ax is np.ravel(axes)[0] else "")
    show(
        figure,
        "Running estimates of several runs. The wide proposal settles on the truth; with "
        "the narrow one the estimates stay low and jump up when a far draw comes.",
    )


def chain(samples: Array, density: Density, grid: Array, shown: int = 500) -> None:
    """The first steps of a chain as a trace, and all of it as a histogram. samples (n,)"""
    figure, (left, right) = new_figure(2, 3.2, width_ratios=[1.6, 1], sharey=True)
    left.plot(samples[:shown], color=colour(0), linewidth=1)
    left.set_ylim(grid[0], grid[-1])
    label(left, f"Trace: the first {shown} states", "step", "state x")
    edges = np.linspace(grid[0], grid[-1], 61)
    right.hist(samples, edges, density=True, orientation="horizontal", color=colour(0), alpha=0.45)
    right.plot(density(grid), grid, color=INK, linewidth=2)
    label(right, f"All {len(samples)} states (line: target)", "density")
    show(
        figure,
        "Left: the chain jumps between two levels and lingers at each. Right: the "
        "histogram of all its states beside the target density with two bumps.",
    )


def mixing(chains: Mapping[str, Array], correlations: Mapping[str, Array]) -> None:
    """Traces of several chains above each other, and their autocorrelations in one panel."""
    figure, grid = new_figure(2, 4.2, len(chains), width_ratios=[1.5, 1])
    for ax in grid[:, 1]:
        ax.remove()
    right = figure.add_subplot(grid[0, 0].get_gridspec()[:, 1])
    right.spines[["top", "right"]].set_visible(False)
    for k, (name, x) in enumerate(chains.items()):
        left = grid[k, 0]
        left.plot(x, color=colour(k), linewidth=0.9)
        left.set_ylim(-5, 7)
        left.tick_params(labelbottom=k == len(chains) - 1)
        label(left, name, "step" if k == len(chains) - 1 else "", "state x")
        lags = np.arange(len(correlations[name]))
        right.plot(
            lags,
            correlations[name],
            color=colour(k),
            label=name,
            linewidth=2,
            linestyle=("-", "--", "-.")[k % 3],
        )
    right.axhline(0, color=GREY, linewidth=1)
    right.legend(frameon=False, fontsize=9)
    label(right, "Your autocorrelation", "lag", "correlation")
    show(
        figure,
        "Left: traces of chains with a small, a middle and a large step. Right: their "
        "autocorrelations, the middle step falling fastest.",
    )


def two_formulas(wrong: Array, right_one: Array) -> None:
    """Autocorrelation with and without the mean removed, over lags. Both (lags,)"""
    figure, ax = new_figure(1, 2.9, width=7.0)
    ax.plot(wrong, color=colour(4), linestyle="--", linewidth=2, label="mean not removed")
    ax.plot(right_one, color=colour(0), linewidth=2, label="your autocorrelation")
    ax.axhline(0, color=GREY, linewidth=1)
    ax.legend(frameon=False, fontsize=10)
    label(ax, "The same chain, two formulas", "lag", "“correlation”")
    show(
        figure,
        "The wrong formula starts at 1, leaps far above 1 and never comes back to zero; "
        "the right one falls from 1 to about 0.",
    )


def many_chains(groups: Mapping[str, Array], shown: int = 400) -> None:
    """Traces of several groups of chains, a panel a group. groups: title → (chains, n)"""
    figure, axes = new_figure(len(groups), 3.2, sharey=True)
    for ax, (name, chains) in zip(np.ravel(axes), groups.items(), strict=True):
        for k, x in enumerate(chains):
            ax.plot(x[:shown], color=colour(k), linewidth=0.9, alpha=0.85)
        label(ax, name, "step", "state x" if ax is np.ravel(axes)[0] else "")
    show(
        figure,
        "Traces of four chains a panel. Spread starts with small steps: two chains stay "
        "above and two below. Starts together: all above. Large steps: all jump between.",
    )
