"""Figures of section 02. Each takes data or the reader's own estimates, draws, and shows."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from helpers.plots import GREY, INK, Array, colour, label, marker, new_figure, show


def bell(x: Array, mean: float, std: float) -> Array:
    """Density of N(mean, std²), for drawing only. x (m,) → (m,)"""
    return np.exp(-0.5 * ((x - mean) / std) ** 2) / (std * np.sqrt(2 * np.pi))


def histogram(ax: Axes, values: Array, bins: int = 16) -> None:
    """Bars of total area 1."""
    ax.hist(values, bins, density=True, color=GREY, alpha=0.35)


def families(chosen: Mapping[str, tuple[Any, float, float]]) -> None:
    """Density or mass above, distribution function below; one interval marked in both.

    chosen: name → (frozen scipy distribution, a, b); the interval is a < x ≤ b
    """
    figure, axes = new_figure(len(chosen), 4.9, n_rows=2, sharex="col")
    for (top, low), (name, (law, a, b)) in zip(axes.T, chosen.items(), strict=True):
        first, last = law.ppf([0.0005, 0.9995])
        x = np.linspace(first - 0.2 * (last - first), last + 0.2 * (last - first), 800)
        if hasattr(law, "pdf"):
            top.plot(x, law.pdf(x), color=colour(0), linewidth=2)
            top.fill_between(x, law.pdf(x), where=(x > a) & (x <= b), color=colour(1), alpha=0.6)
        else:
            k = np.arange(max(0, int(x[0])), int(x[-1]) + 1)
            inside = (k > a) & (k <= b)
            top.bar(k, law.pmf(k), width=0.5, color=np.where(inside, colour(1), colour(0)))
        low.plot(x, law.cdf(x), color=colour(0), linewidth=2)
        for edge in (a, b):
            low.plot([x[0], edge, edge], [law.cdf(edge)] * 2 + [0], color=GREY, linestyle=":")
        low.annotate(
            "",
            (x[0], law.cdf(b)),
            (x[0], law.cdf(a)),
            arrowprops={"arrowstyle": "<->", "color": colour(4), "linewidth": 1.8},
        )
        low.set_xlim(x[0], x[-1])
        top.set_ylim(bottom=0)
        label(top, name, "", "density" if hasattr(law, "pdf") else "probability")
        label(
            low,
            f"F({b:g}) − F({a:g}) = {law.cdf(b) - law.cdf(a):.3f}",
            "x",
            "F(x)" if low is axes[1, 0] else "",
        )
    show(
        figure,
        "Above: the Gaussian and uniform densities and the binomial mass function, an "
        "interval shaded. Below: their distribution functions, with an arrow for the "
        "climb over the same interval.",
    )


def two_readings(ones: Array, mass: Array, p: Array, likelihood: Array, area: float) -> None:
    """A mass function of the data beside a likelihood of the parameter.

    ones (n + 1,) with their mass (n + 1,); p (g,) with the likelihood (g,)
    """
    figure, (left, right) = new_figure(2, 3.2)
    best = int(np.argmax(likelihood))
    left.bar(ones, mass, width=0.6, color=colour(0), alpha=0.85)
    label(
        left,
        f"p = {p[best]:g} fixed: the heights sum to {mass.sum():.3f}",
        "number of ones",
        "probability",
    )
    right.fill_between(p, likelihood, color=colour(4), alpha=0.3)
    right.plot(p, likelihood, color=colour(4), linewidth=2)
    right.plot(p[best], likelihood[best], "^", color=INK, markersize=9)
    right.set_ylim(0, 1.15 * likelihood.max())
    label(right, f"Data fixed: the area is {area:.4f}", "p", "likelihood L(p)")
    show(
        figure,
        "Left: bars for the number of ones in five tosses, summing to one. Right: the "
        "likelihood of p for the observed tosses, with a peak and an area far below one.",
    )


def vanishing(products: Mapping[str, Array], logs: Mapping[str, Array]) -> None:
    """Running products of densities beside running sums of their logs, (n,) each."""
    figure, (left, right) = new_figure(2, 3.4)
    for k, (name, product) in enumerate(products.items()):
        n = np.arange(1, len(product) + 1)
        kept = (product > 0) & np.isfinite(product)
        end = (n[kept][-1], np.log10(product[kept][-1]))
        left.plot(n[kept], np.log10(product[kept]), color=colour(4 * k), linewidth=2)
        left.plot(*end, "X", color=INK, markersize=9)
        left.annotate(
            "exactly 0 from here" if product[-1] == 0 else "infinite from here",
            end,
            xytext=(9, 0),
            textcoords="offset points",
            va="center",
            fontsize=10,
        )
        right.plot(
            n,
            logs[name],
            color=colour(4 * k),
            linewidth=2,
            label=name,
            linestyle=("-", "--")[k % 2],
        )
    left.set_xlim(0, len(product))
    right.legend(frameon=False, fontsize=10)
    label(left, "The product of the densities, as a float", "observations", "its power of ten")
    label(right, "The sum of their logs", "observations", "log-likelihood")
    show(
        figure,
        "Left: two running products, one falling to zero, one rising to infinity, each "
        "ending at a cross. Right: the sums of logs run on in straight lines.",
    )


def slices(
    mus: Array, along_mu: Array, sigmas: Array, along_sigma: Array, fixed: tuple[float, float]
) -> None:
    """Log-likelihood along mu at a fixed sigma, and along sigma at a fixed mu.

    mus and along_mu (a,), sigmas and along_sigma (b,); fixed: mu and sigma
    """
    figure, axes = new_figure(2, 3.2)
    lines = (
        (mus, along_mu, "μ", f"σ = {fixed[1]:g} fixed: a parabola"),
        (sigmas, along_sigma, "σ", f"μ = {fixed[0]:g} fixed: steep on the left"),
    )
    for ax, (x, values, name, title) in zip(axes, lines, strict=True):
        ax.plot(x, values, color=colour(0), linewidth=2)
        best = int(np.argmax(values))
        ax.plot(x[best], values[best], "^", color=INK, markersize=9)
        ax.annotate(
            f"{name} = {x[best]:.2f}",
            (x[best], values[best]),
            xytext=(0, -20),
            textcoords="offset points",
            ha="center",
            fontsize=10,
        )
        ax.margins(y=0.12)
        label(ax, title, name, "log-likelihood" if ax is axes[0] else "")
    show(
        figure,
        "Two curves of your log-likelihood, along mu and along sigma, each with its "
        "highest point marked.",
    )


def fit(x: Array, curves: Mapping[str, tuple[float, float]]) -> None:
    """Histogram of x (n,) under some Gaussians. curves: name → (mu, sigma)"""
    figure, ax = new_figure(1, 3.3, width=7.5)
    histogram(ax, x)
    ax.plot(x, np.full(len(x), -0.006), "|", color=GREY, markersize=9)
    grid = np.linspace(x.min() - 2, x.max() + 2, 400)
    for k, (name, (mu, sigma)) in enumerate(curves.items()):
        ax.plot(
            grid,
            bell(grid, mu, sigma),
            color=colour(4 * k),
            linewidth=2.2,
            label=name,
            linestyle=("-", "--")[k % 2],
        )
    ax.legend(frameon=False, fontsize=10)
    label(ax, f"{len(x)} values, and two densities that could have made them", "x", "density")
    show(
        figure,
        "Histogram of the data with the fitted Gaussian and the true one: close, and not the same.",
    )


def bias(
    sizes: Sequence[int], ratios: Sequence[float], few: Array, truth: float, n_few: int
) -> None:
    """Mean ML variance over the true one, by sample size; and all estimates at one size.

    ratios: one for each size; few (repeats,): variances estimated from n_few values each
    """
    figure, (left, right) = new_figure(2, 3.3)
    n = np.linspace(2, sizes[-1], 300)
    left.axhline(1, color=GREY, linestyle="--", linewidth=1.3)
    left.plot(n, (n - 1) / n, color=INK, linewidth=1.6, label="(n − 1) / n")
    left.plot(sizes, ratios, "o", color=colour(4), markersize=8, label="yours, on average")
    left.legend(frameon=False, fontsize=10, loc="lower right")
    left.set_ylim(0.4, 1.05)
    label(left, "The variance is too small, on average", "n", "mean estimate / truth")
    right.hist(few, np.linspace(0, 4 * truth, 45).tolist(), color=colour(0), alpha=0.5)
    right.axvline(truth, color=GREY, linestyle="--", linewidth=1.6, label="truth")
    right.axvline(few.mean(), color=colour(4), linewidth=2, label="mean of the estimates")
    right.legend(frameon=False, fontsize=10)
    label(right, f"n = {n_few}: a single estimate can be anywhere", "estimated variance", "samples")
    show(
        figure,
        "Left: the average estimate divided by the truth follows (n-1)/n. Right: a wide, "
        "skewed histogram of single estimates with the truth and their mean marked.",
    )


def coins(curves: Mapping[str, Array], estimates: Sequence[float], p: Array) -> None:
    """Likelihoods of p (g,), each divided by its maximum, with the reader's estimates."""
    figure, ax = new_figure(1, 3.2, width=7.5)
    for k, (name, likelihood) in enumerate(curves.items()):
        ax.plot(
            p,
            likelihood,
            color=colour(k),
            linewidth=2,
            label=name,
            linestyle=("-", "--", "-.")[k % 3],
        )
        ax.plot(
            estimates[k],
            1,
            marker(k),
            color=colour(k),
            markersize=10,
            markeredgecolor=INK,
            clip_on=False,
            zorder=4,
        )
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1.1)
    ax.legend(frameon=False, fontsize=10, loc="upper left")
    label(ax, "Same share, more tosses, sharper peak", "p", "likelihood / its maximum")
    show(
        figure,
        "Likelihood curves of p with your estimates on their peaks: broad for five "
        "tosses, narrow for fifty, and highest at the very end for three ones out of "
        "three.",
    )


def letters(alphabet: str, shares: Array) -> None:
    """The reader's probabilities of letters (k,), most frequent first."""
    order = np.argsort(-shares, kind="stable")
    figure, ax = new_figure(1, 2.6)
    ax.bar(range(len(order)), shares[order], color=colour(0), alpha=0.85)
    ax.set_xticks(range(len(order)), [alphabet[i].replace(" ", "␣") for i in order])
    never = int((shares[order] > 0).sum())
    if never < len(order):
        ax.axvspan(never - 0.5, len(order) - 0.5, color=colour(1), alpha=0.25)
        ax.annotate("never seen", (len(order) - 0.6, 0.6 * shares.max()), ha="right", fontsize=10)
    ax.set_xlim(-0.7, len(order) - 0.5)
    label(ax, "Letters of the text", "", "probability")
    show(
        figure,
        "Bars of letter probabilities in falling order; some letters at the end have "
        "probability zero.",
    )


def log_densities(log_p: Array, labels: Array) -> None:
    """Log10 densities of digits under their own class's Gaussian and under the nine others.

    log_p (n, 10), labels (n,)
    """
    log10, own = log_p / np.log(10), np.arange(10) == labels[:, None]
    smallest = float(np.log10(np.finfo(float).tiny))
    figure, ax = new_figure(1, 3.0)
    bins = np.linspace(-500, 60, 113).tolist()
    ax.hist(log10[~own], bins, color=colour(1), alpha=0.8, label="nine other classes")
    ax.hist(log10[own], bins, color=colour(0), alpha=0.7, label="own class")
    ax.axvline(smallest, color=INK, linewidth=1.5)
    ax.annotate(
        "ordinary floats end here",
        (smallest, 0.93),
        xytext=(-8, 0),
        ha="right",
        xycoords=("data", "axes fraction"),
        textcoords="offset points",
        fontsize=11,
    )
    ax.set_xlim(-500, 60)
    ax.legend(frameon=False, fontsize=10, loc="center left")
    label(
        ax,
        "Densities of unseen digits under ten Gaussians",
        "log₁₀ of the density (some are further left)",
        "image-class pairs",
    )
    show(
        figure,
        "Two histograms of log densities: under the own class a narrow one near the "
        "right end, under the other classes a broad one that reaches beyond the smallest "
        "floating-point number.",
    )


def landscape(ax: Axes, mus: Array, sigmas: Array, surface: Array) -> None:
    """A log-likelihood surface (b, a) as coloured contours: how far below its maximum."""
    below = np.asarray(surface, dtype=float) - np.max(surface)
    levels = [-1000, -100, -50, -30, -20, -10, -3, -0.5, 0]
    ax.contourf(mus, sigmas, below, levels, cmap="viridis", vmin=-60, vmax=2, extend="min")
    for depth, style in ((-0.5, ":"), (-3, "-")):
        ax.contour(mus, sigmas, below, [depth], colors=INK, linewidths=1.6, linestyles=style)
        ax.plot([], [], color=INK, linestyle=style, label=f"{-depth:g} below the top")
    ax.set_xlim(mus[0], mus[-1])
    ax.set_ylim(sigmas[0], sigmas[-1])


def mark(ax: Axes, point: tuple[float, float], k: int, name: str) -> None:
    """A pair of parameters on a landscape."""
    ax.plot(
        *point,
        linestyle="none",
        marker=marker(k),
        markersize=8,
        label=name,
        color=("#FFFFFF", colour(1), colour(2))[k % 3],
        markeredgecolor=INK,
        markeredgewidth=1.5,
    )


def surfaces(
    panels: Mapping[str, tuple[Array, tuple[float, float]]],
    mus: Array,
    sigmas: Array,
    truth: tuple[float, float],
) -> None:
    """Surfaces (b, a) over the same parameters, with estimate and truth marked.

    panels: title → (surface, estimate (mu, sigma))
    """
    figure, axes = new_figure(len(panels), 3.5, sharey=True, width=9.0 if len(panels) > 1 else 6.0)
    for ax, (title, (surface, estimate)) in zip(np.ravel(axes), panels.items(), strict=True):
        landscape(ax, mus, sigmas, surface)
        mark(ax, estimate, 0, "your estimate")
        mark(ax, truth, 1, "the truth")
        label(ax, title, "μ", "σ" if ax is np.ravel(axes)[0] else "")
    figure.legend(
        *np.ravel(axes)[0].get_legend_handles_labels(),
        frameon=False,
        fontsize=9,
        ncols=4,
        loc="outside lower center",
    )
    show(
        figure,
        "Contours of the log-likelihood over mu and sigma, as distance below the maximum, "
        "with your estimate on the top and the true parameters nearby.",
    )


def posteriors(panels: Mapping[int, Mapping[str, tuple[float, float]]]) -> None:
    """Beliefs about mu after n observations. panels: n → (whose → mean and std)"""
    figure, axes = new_figure(len(panels), 2.9, sharex=True)
    mu = np.linspace(-3, 9, 600)
    for ax, (n, beliefs) in zip(axes, panels.items(), strict=True):
        for k, (name, (mean, std)) in enumerate(beliefs.items()):
            ax.plot(
                mu,
                bell(mu, mean, std),
                color=colour((0, 4, 5)[k]),
                linewidth=2,
                label=name,
                linestyle=("-", "--", ":")[k],
            )
        ax.set_yticks([])
        label(ax, f"n = {n}", "μ", "density" if ax is axes[0] else "")
    figure.legend(
        *axes[-1].get_legend_handles_labels(),
        frameon=False,
        fontsize=10,
        ncols=3,
        loc="outside upper center",
    )
    show(
        figure,
        "Four panels with more and more data: two beliefs that start far apart move "
        "towards the likelihood and end on top of each other.",
    )


def fading(sizes: Sequence[int], gaps: Mapping[str, Sequence[float]]) -> None:
    """How far two posterior means are apart, and how wide each is, by number of data."""
    figure, ax = new_figure(1, 3.2, width=7.0)
    for k, (name, gap) in enumerate(gaps.items()):
        ax.loglog(
            sizes,
            gap,
            marker=marker(k),
            color=colour(4 * k),
            linewidth=1.8,
            label=name,
            linestyle=("-", "--")[k % 2],
        )
    ax.legend(frameon=False, fontsize=10)
    label(ax, "The prior fades faster than the doubt", "n", "distance, in units of x")
    show(
        figure,
        "On double log scales the gap between the two means falls with slope minus one, "
        "the posterior standard deviation with slope minus one half.",
    )


def wrong_family(x: Array, estimate: tuple[float, float], truth: Any) -> None:
    """Two bumps, and the best single Gaussian for them. truth: x (m,) → density (m,)"""
    figure, ax = new_figure(1, 3.0, width=7.0)
    histogram(ax, x, 45)
    grid = np.linspace(x.min() - 1, x.max() + 1, 400)
    ax.plot(grid, truth(grid), color=INK, linewidth=1.8, linestyle="--", label="the truth")
    ax.plot(
        grid,
        bell(grid, *estimate),
        color=colour(4),
        linewidth=2.2,
        label="your Gaussian, the best there is",
    )
    ax.legend(frameon=False, fontsize=10, ncols=2, loc="upper left")
    ax.set_ylim(0, 1.35 * truth(grid).max())
    label(ax, "The most likely of the wrong ones", "x", "density")
    show(
        figure,
        "Histogram with two bumps; the fitted Gaussian is broad and puts its peak into "
        "the valley between them.",
    )
