"""Things to move: one figure, rendered to PNG into one picture of fixed size.

Callbacks run in Python and redraw only when a slider is let go, which works the same in Jupyter
and Colab. Where nobody is there to move them, the picture at the default values stands alone.
"""

from collections.abc import Callable, Mapping
from typing import Any

from matplotlib.figure import Figure

from helpers.plots import to_png

Draw = Callable[..., Figure]


def board(draw: Draw, controls: Mapping[str, Any], alt: str) -> None:
    """Show controls above one picture, which `draw(**values)` redraws; frames are kept.

    controls: argument of `draw` → a widget with a `value`
    """
    from IPython.display import display
    from ipywidgets import HTML, HBox, Image, Layout, VBox

    def values() -> dict[str, Any]:
        return {name: control.value for name, control in controls.items()}

    figure = draw(**values())
    width, height = (int(100 * inches) for inches in figure.get_size_inches())
    kept = {tuple(values().values()): to_png(figure)}
    picture = Image(
        value=next(iter(kept.values())),
        format="png",
        width=width,
        height=height,
        layout=Layout(
            width=f"{width}px", height=f"{height}px", max_width="100%", object_fit="contain"
        ),
    )
    # an Image with a tooltip is not drawn at all by ipywidgets 8: say what it shows beside it
    words = HTML(f'<span style="position: absolute; left: -9999px">{alt}</span>')

    def redraw(_: Any) -> None:
        now = values()
        key = tuple(now.values())
        if key not in kept:
            kept[key] = to_png(draw(**now))
        picture.value = kept[key]

    for control in controls.values():
        control.style.description_width = "initial"  # else long names are cut
        control.observe(redraw, names="value")
    display(VBox([HBox(list(controls.values())), picture, words]))
