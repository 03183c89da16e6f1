"""Things to move in section 03."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.course import unattended
from helpers.plots import GREY, INK, Array, colour, label, new_figure, show
from helpers.sampling.plots import Density, histogram
from helpers.widgets import board

# name → (how to draw m of them, density on [0, 1])
Proposals = Mapping[str, tuple[Callable[[int, np.random.Generator], Array], Density]]


def _darts_figure(target: Density, proposal: tuple[Any, Density], M: float, n: int) -> Figure:
    """Darts under the ceiling, and what the accepted ones are distributed like, M right or not."""
    draw, density = proposal
    rng = np.random.default_rng(8)
    x = draw(n, rng)
    height = rng.random(n) * M * density(x)
    kept = height < target(x)
    grid = np.linspace(0, 1, 301)
    p, ceiling = target(grid), M * density(grid)
    figure, (left, right) = new_figure(2, 3.7, width_ratios=[1.25, 1])
    for rows, look in (
        (~kept, {"color": colour(1), "marker": "x", "linewidths": 1}),
        (kept, {"color": colour(0), "marker": "o", "linewidths": 0}),
    ):
        shown = np.flatnonzero(rows[:900])
        left.scatter(x[shown], height[shown], s=13, alpha=0.75, **look)
    left.fill_between(grid, ceiling, np.maximum(p, ceiling), color=GREY, alpha=0.35)
    left.plot(grid, ceiling, color=colour(4), linestyle="--", linewidth=2)
    left.plot(grid, p, color=INK, linewidth=2)
    left.set_xlim(0, 1)
    left.set_ylim(0, 1.05 * max(p.max(), ceiling.max()))
    label(
        left,
        f"M = {M:.2f}: {kept.mean():.0%} of the darts kept, 1/M = {1 / M:.0%}",
        "x",
        "height of the dart",
    )
    histogram(right, x[kept], grid, p, 40)
    lost = np.maximum(p - ceiling, 0).sum() * (grid[1] - grid[0])
    verdict = f"{lost:.0%} of p is above the ceiling" if lost > 1e-6 else "all of p is reached"
    label(right, verdict, "x", "density (line: target)")
    right.set_ylim(0, 3.4)
    return figure


def darts(target: Density, proposals: Proposals, M: float, n: int = 20_000) -> None:
    """Move M and change the proposal; darts are thrown even where M is too small.

    M: where the slider starts, with the first of the proposals
    """
    alt = (
        "Left: darts under the dashed ceiling M q, accepted ones below the target as dots, "
        "rejected ones as crosses. Right: histogram of the accepted under the target density."
    )

    def draw(proposal: str, M: float) -> Figure:
        return _darts_figure(target, proposals[proposal], M, n)

    first = next(iter(proposals))
    M = round(M, 1)
    if unattended():
        show(draw(first, M), alt)
        return
    from ipywidgets import Dropdown, FloatSlider

    board(
        draw,
        {
            "proposal": Dropdown(options=list(proposals), value=first, description="proposal"),
            "M": FloatSlider(
                value=M, min=0.5, max=8, step=0.1, description="M", continuous_update=False
            ),
        },
        alt,
    )


def _walk_figure(
    x: Array, rate: float, size: float, correlation: Array, density: Density, title: str
) -> Figure:
    """Trace, histogram and autocorrelation of one chain x (n,)."""
    figure, axes = new_figure(3, 3.4, width_ratios=[1.5, 1, 1])
    grid = np.linspace(-6, 8, 400)
    axes[0].plot(x, color=colour(0), linewidth=0.9)
    axes[0].set_ylim(min(-6, x.min() - 1), max(8, x.max() + 1))
    label(axes[0], f"{title}: {rate:.0%} accepted", "step", "state x")
    histogram(axes[1], x, grid, density(grid), 40)
    axes[1].set_ylim(0, 0.6)
    label(axes[1], f"mean {x.mean():.2f}", "x (line: target)", "density")
    axes[2].plot(correlation, color=colour(4), linewidth=2)
    axes[2].axhline(0, color=GREY, linewidth=1)
    axes[2].set_ylim(-0.25, 1.05)
    label(axes[2], f"{len(x)} steps ≈ {size:.0f} draws", "lag", "autocorrelation")
    return figure


def walker(
    sampler: Callable[..., Any],
    autocorrelation: Callable[..., Any],
    effective_size: Callable[[Array], float],
    log_target: Callable[[float], float],
    density: Density,
    steps: Sequence[float],
    starts: Sequence[float],
    first: tuple[float, float] = (2.0, 0.0),
    n_steps: int = 2000,
) -> None:
    """Step size and start of the reader's random walk. No burn-in: the start is to be seen.

    All chains are run beforehand, on the same seed; sliders only choose among them.
    first: the step and the start that the sliders begin with
    """
    alt = (
        "Left: the trace of the chain. Middle: histogram of its states and the target density. "
        "Right: its autocorrelation."
    )
    choices = [first] if unattended() else [(s, x0) for s in steps for x0 in starts]
    chains = {}
    for step, start in choices:
        x, rate = sampler(log_target, start, n_steps, step, 0, np.random.default_rng(4))
        x = np.asarray(x, dtype=float)
        chains[step, start] = (x, rate, effective_size(x), autocorrelation(x, 100))

    def draw(step: float, start: float) -> Figure:
        return _walk_figure(*chains[step, start], density, f"step {step:g} from {start:g}")

    if unattended():
        show(draw(*first), alt)
        return
    from ipywidgets import SelectionSlider

    board(
        draw,
        {
            "step": SelectionSlider(
                options=list(steps), value=first[0], description="step", continuous_update=False
            ),
            "start": SelectionSlider(
                options=list(starts), value=first[1], description="start", continuous_update=False
            ),
        },
        alt,
    )
