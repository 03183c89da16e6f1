"""Things to move in section 04."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.course import unattended
from helpers.latent_space.plots import Labels, code_map, image
from helpers.plots import INK, Array, colour, label, mosaic, new_figure, show
from helpers.widgets import board

N_ON_MAP = 300  # codes drawn on a map: more would make it slow to move


def _nearest(picture: Array, X: Array) -> tuple[int, float]:
    """Row of X nearest to the picture, and the distance per pixel."""
    squared = ((X - picture) ** 2).mean(axis=1)
    return int(squared.argmin()), float(np.sqrt(squared.min()))


def _explorer_figure(model: Any, codes: Array, X: Array, labels: Labels, z: Array) -> Figure:
    """The map with a cross at z, what z decodes to, and the real digit nearest to that."""
    figure, (left, middle, right) = new_figure(3, 4.0, width_ratios=[1.9, 1, 1])
    code_map(left, codes, labels[: len(codes)], size=24)
    left.plot(*z, marker="P", markersize=15, color=colour(4), markeredgecolor="white")
    left.set_xlim(-3.2, 3.2)
    left.set_ylim(-3.2, 3.2)
    label(left, "codes of real digits, and your z", "z₁", "z₂")
    picture = np.asarray(model.decode(z))
    row, distance = _nearest(picture, X)
    image(middle, picture, f"decode({z[0]:.1f}, {z[1]:.1f})")
    image(right, X[row], f"nearest real digit:\na {labels[row]}, {distance:.2f} away")
    return figure


def latent_explorer(
    models: Mapping[str, Any], X: Array, labels: Labels, start: tuple[float, float]
) -> None:
    """Slide z₁ and z₂ over the map of codes and see what they decode to.

    models: name → a model with `encode` and `decode`; X (n, 64) real digits, labels (n,)
    """
    alt = (
        "Left: the codes of real digits, drawn as digits, with a cross at the chosen z. Middle: "
        "what it decodes to. Right: the nearest real digit."
    )
    codes = {name: np.asarray(model.encode(X[:N_ON_MAP])) for name, model in models.items()}

    def draw(model: str, z1: float, z2: float) -> Figure:
        return _explorer_figure(models[model], codes[model], X, labels, np.array([z1, z2]))

    first = next(iter(models))
    if unattended():
        show(draw(first, *start), alt)
        return
    from ipywidgets import Dropdown, FloatSlider

    slider: dict[str, Any] = {"min": -3.0, "max": 3.0, "step": 0.1, "continuous_update": False}
    board(
        draw,
        {
            "model": Dropdown(options=list(models), value=first, description="model"),
            "z1": FloatSlider(value=start[0], description="z₁", **slider),
            "z2": FloatSlider(value=start[1], description="z₂", **slider),
        },
        alt,
    )


def _path_figure(
    codes: Array, X: Array, labels: Labels, way: Array, views: Mapping[str, Array], step: int
) -> Figure:
    """Where a path runs on the map, and one step of it beside the cross-fade of its ends."""
    figure, (left, *others) = new_figure(1 + len(views), 4.0, width_ratios=[1.9, 1, 1])
    code_map(left, codes, labels[: len(codes)], size=24)
    left.plot(way[:, 0], way[:, 1], "o-", color=INK, markersize=4)
    left.plot(*way[step], marker="P", markersize=15, color=colour(4), markeredgecolor="white")
    label(left, f"step {step} of {len(way) - 1}", "z₁", "z₂")
    for ax, (name, picture) in zip(others, views.items(), strict=True):
        row, distance = _nearest(picture, X)
        image(ax, picture, f"{name}\n{distance:.2f} from the\nnearest digit, a {labels[row]}")
    return figure


def path_walker(
    explorer: Any,
    arc: Callable[..., Array],
    pairs: Mapping[str, tuple[Array, Array]],
    X: Array,
    labels: Labels,
    num_steps: int = 11,
) -> None:
    """Walk from one code to another, straight with the reader's `interpolate` or along an arc.

    arc(z1, z2, num_steps) → (num_steps, 2); pairs: what the menu says → two codes (2,)
    """
    alt = (
        "Left: the map of codes with a path and a cross at the current step. Middle: what is "
        "decoded there. Right: the cross-fade of the path's two end pictures."
    )
    codes = np.asarray(explorer.model.encode(X[:N_ON_MAP]))
    fade = np.linspace(0, 1, num_steps)[:, None]

    def draw(path: str, pair: str, step: int) -> Figure:
        z1, z2 = pairs[pair]
        straight = np.asarray(explorer.interpolate(z1, z2, num_steps))
        mixed = (1 - fade) * straight[0] + fade * straight[-1]
        if path == "slerp":
            way = arc(z1, z2, num_steps)
            images = np.asarray(explorer.model.decode(way))
        else:
            way, images = (1 - fade) * z1 + fade * z2, straight
        views = {path: images[step], "cross-fade": mixed[step]}
        return _path_figure(codes, X, labels, way, views, step)

    first, middle = next(iter(pairs)), num_steps // 2
    if unattended():
        show(draw("lerp", first, middle), alt)
        return
    from ipywidgets import Dropdown, IntSlider

    board(
        draw,
        {
            "path": Dropdown(options=["lerp", "slerp"], description="path"),
            "pair": Dropdown(options=list(pairs), value=first, description="from, to"),
            "step": IntSlider(
                value=middle, min=0, max=num_steps - 1, description="step", continuous_update=False
            ),
        },
        alt,
    )


def _attribute_figure(before: Array, after: Array, title: str) -> Figure:
    """Rows of digits before and after a move."""
    figure, ax = new_figure(1, 2.3)
    ax.imshow(mosaic([before, after]), interpolation="nearest")
    ax.set_yticks([3.5, 12.5], ["α = 0", "moved"], fontsize=10)
    ax.set_xticks([])
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    label(ax, title)
    return figure


def attribute_mover(
    explorers: Mapping[str, Any],
    bases: Mapping[str, Array],
    directions: Mapping[str, Mapping[str, Array]],
    describe: Callable[[Array], str],
    start: float = 1.5,
    n_shown: int = 10,
) -> None:
    """Move many codes along a direction with the reader's `arithmetic`.

    bases: model → codes (n, L); directions: model → attribute → (L,); describe(images) → words
    """
    alt = "Two rows of digits: as decoded, and decoded after moving their codes along a direction."
    choices = {
        f"{model}: {attribute}": (model, attribute)
        for model, of_model in directions.items()
        for attribute in of_model
    }

    def moved(model: str, attribute: str, alpha: float) -> Array:
        direction = directions[model][attribute]
        return np.stack([explorers[model].arithmetic(z, direction, alpha) for z in bases[model]])

    def draw(direction: str, alpha: float) -> Figure:
        after = moved(*choices[direction], alpha)
        before = moved(*choices[direction], 0.0)[:n_shown]
        return _attribute_figure(
            before, after[:n_shown], f"{direction}, α = {alpha:.1f}: {describe(after)}"
        )

    first = next(iter(choices))
    if unattended():
        show(draw(first, start), alt)
        return
    from ipywidgets import Dropdown, FloatSlider

    board(
        draw,
        {
            "direction": Dropdown(options=list(choices), value=first, description="direction"),
            "alpha": FloatSlider(
                value=start, min=-3.0, max=3.0, step=0.5, description="α", continuous_update=False
            ),
        },
        alt,
    )
