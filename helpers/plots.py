"""What all figures of the course share: colours, markers, two-dimensional mixtures, display.

Figures are built without pyplot and shown as pictures with a text alternative, so that they look
the same in Jupyter, Colab and a printed page, and never stack.
"""

import io
from collections.abc import Mapping
from typing import Any

import numpy as np
from IPython.display import Image, display
from matplotlib import colormaps
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from numpy.typing import NDArray

from helpers.course import grading

Array = NDArray[np.float64]

# Okabe-Ito without its green, in an order that keeps neighbours apart for every kind of eye.
COLOURS = ["#0072B2", "#E69F00", "#CC79A7", "#56B4E9", "#D55E00", "#000000", "#F0E442"]
MARKERS = ["o", "^", "s", "D", "v", "P", "X"]
GREY = "#6B6B6B"
INK = "#222222"
WIDTH = 9.0  # inches: the width of a notebook's column


def colour(k: int) -> str:
    """Colour of component k."""
    return COLOURS[k % len(COLOURS)]


def marker(k: int) -> str:
    """Marker of component k."""
    return MARKERS[k % len(MARKERS)]


def new_figure(
    n_columns: int = 1, height: float = 3.5, n_rows: int = 1, **options: Any
) -> tuple[Figure, Any]:
    """A figure as wide as the notebook → (figure, axes as `Figure.subplots` returns them)."""
    width = options.pop("width", WIDTH)
    if grading():
        figure = Figure(figsize=(width, height), dpi=60)
        leave_room(figure)
    else:
        figure = Figure(figsize=(width, height), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots(n_rows, n_columns, **options)
    for ax in np.ravel(axes):
        ax.spines[["top", "right"]].set_visible(False)
        ax.tick_params(labelsize=9, colors=INK)
    return figure, axes


def leave_room(figure: Figure) -> None:
    """Give words the room that they usually need, in inches: to fit it costs more than to draw."""
    width, height = figure.get_size_inches()
    figure.subplots_adjust(
        left=1.2 / width,
        right=1 - 0.2 / width,
        bottom=0.55 / height,
        top=1 - 0.5 / height,
        wspace=0.3,
        hspace=0.6,
    )


def label(ax: Axes, title: str, x: str = "", y: str = "") -> None:
    """Short title and axis labels, in one line of code."""
    place = 1.0 if grading() else None  # to see what is free above the axes takes a third
    ax.set_title(title, fontsize=11, loc="left", color=INK, y=place)
    ax.set_xlabel(x, fontsize=10)
    ax.set_ylabel(y, fontsize=10)


def to_png(figure: Figure) -> bytes:
    """The figure as PNG bytes, of the size it was made for."""
    buffer = io.BytesIO()
    if grading():  # once; savefig draws twice, for layouts
        FigureCanvasAgg(figure).print_png(buffer)
    else:
        figure.savefig(buffer, format="png", facecolor="white")
    return buffer.getvalue()


def show(figure: Figure, alt: str) -> None:
    """Display the figure as a picture with a text alternative."""
    options: dict[str, Any] = {"width": int(100 * figure.get_figwidth())}
    png = to_png(figure)
    try:
        picture = Image(data=png, format="png", alt=alt, **options)
    except TypeError:  # an IPython that does not know `alt` yet
        picture = Image(data=png, format="png", **options)
    display(picture)


def ellipse(ax: Axes, mean: Array, covariance: Array, k: int = 0, **style: Any) -> None:
    """Draw the 2-sigma ellipse of a Gaussian and its mean. mean (2,), covariance (2, 2)."""
    angle = np.linspace(0, 2 * np.pi, 120)
    values, vectors = np.linalg.eigh(np.asarray(covariance, dtype=float))
    axes = vectors * np.sqrt(np.clip(values, 0, None))
    outline = np.asarray(mean) + 2 * np.stack([np.cos(angle), np.sin(angle)], axis=1) @ axes.T
    look: dict[str, Any] = {"color": colour(k), "linewidth": 2.2} | style
    ax.plot(outline[:, 0], outline[:, 1], **look)
    look = {"linestyle": "none", "marker": marker(k), "markersize": 10, "color": look["color"]}
    ax.plot(*np.asarray(mean), markeredgecolor=INK, markeredgewidth=1.4, **look)


def ellipses(ax: Axes, gmm: Any, **style: Any) -> None:
    """The 2-sigma ellipse of every component of a two-dimensional mixture."""
    for k in range(len(gmm.weights)):
        ellipse(ax, gmm.means[k], gmm.covariances[k], k, **style)


def points(ax: Axes, X: Array, labels: NDArray[np.int64] | None = None, size: float = 14) -> None:
    """Scatter X (n, 2): grey, or colour and marker by labels (n,)."""
    if labels is None:
        ax.scatter(X[:, 0], X[:, 1], s=size, color=GREY, alpha=0.55, linewidths=0)
        return
    for k in range(int(labels.max()) + 1):
        rows = labels == k
        ax.scatter(
            X[rows, 0],
            X[rows, 1],
            s=size,
            color=colour(k),
            marker=marker(k),
            alpha=0.7,
            linewidths=0,
        )


def shared_points(ax: Axes, X: Array, responsibilities: Array, size: float = 18) -> None:
    """Scatter X (n, 2) in mixed colours: each point in the shares its responsibilities give.

    The marker is that of the component with the largest share. responsibilities (n, K)
    """
    shares = np.clip(np.nan_to_num(np.asarray(responsibilities, dtype=float)), 0, 1)
    palette = np.array([to_rgb(colour(k)) for k in range(shares.shape[1])])
    mixed = np.clip(shares @ palette, 0, 1)
    winner = shares.argmax(axis=1)
    for k in range(shares.shape[1]):
        rows = winner == k
        ax.scatter(
            X[rows, 0],
            X[rows, 1],
            s=size,
            c=mixed[rows],
            marker=marker(k),
            alpha=0.85,
            linewidths=0,
        )


def frame(ax: Axes, X: Array, margin: float = 0.08) -> None:
    """Fix the view to the data X (n, 2), with equal scales on both axes."""
    low, high = X.min(axis=0), X.max(axis=0)
    pad = margin * (high - low)
    ax.set_xlim(low[0] - pad[0], high[0] + pad[0])
    ax.set_ylim(low[1] - pad[1], high[1] + pad[1])
    ax.set_aspect("equal", adjustable="box")


def density(gmm: Any, points: Array) -> Array:
    """Density of a mixture, for drawing only. points (..., d) → (...)."""
    from scipy.stats import multivariate_normal

    parts = [
        w * multivariate_normal.pdf(points, m, c, allow_singular=True)
        for w, m, c in zip(gmm.weights, gmm.means, gmm.covariances, strict=True)
    ]
    return np.sum(parts, axis=0)


def mosaic(rows: list[Array], gap: int = 1) -> Array:
    """Rows of square images as one colour picture; NaN pixels are grey, gaps white.

    rows: arrays (m, side²) with values in [0, 1], the same m in all → (height, width, 3)
    """
    side = round(np.sqrt(rows[0].shape[1]))
    step = side + gap
    canvas = np.ones((len(rows) * step - gap, len(rows[0]) * step - gap, 3))
    for i, row in enumerate(rows):
        for j, image in enumerate(np.asarray(row, dtype=float).reshape(-1, side, side)):
            tile = colormaps["viridis"](np.clip(np.nan_to_num(image), 0, 1))[..., :3]
            tile[np.isnan(image)] = 0.85
            canvas[i * step : i * step + side, j * step : j * step + side] = tile
    return canvas


def digit_rows(rows: Mapping[str, Array], title: str, alt: str) -> None:
    """Rows of small images with a name each. rows: name → (m, 64), the same m in all."""
    images = [np.asarray(row) for row in rows.values()]
    picture = mosaic(images)
    figure, ax = new_figure(1, 0.5 + 7.6 * picture.shape[0] / picture.shape[1])
    ax.imshow(picture, interpolation="nearest")
    ax.set_yticks(9 * np.arange(len(rows)) + 3.5, list(rows), fontsize=10)
    ax.set_xticks([])
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    label(ax, title)
    show(figure, alt)
