"""What an accident is: what it does to a right submission, what it costs, what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nbformat import NotebookNode

from nbjudge.notebook import cells

Befall = Callable[[NotebookNode, str], NotebookNode | bytes | None]


@dataclass(frozen=True)
class Accident:
    """One accident, which befalls an answer or a whole file.

    What it costs ends with ``status``, which is empty if that is nothing: the answer that it
    befalls, or of a file all answers but the ``first`` ones. ``says`` are words of the sentence
    about it, empty where there is nothing to say. ``seconds`` is the patience with a cell, and
    ``needs`` the isolation without which the machine that grades is in danger.
    """

    name: str
    kind: str
    befall: Befall
    says: str
    status: str = ""
    first: int = 0
    seconds: float = 30.0
    needs: str = "none"

    def __call__(self, notebook: NotebookNode, answer: str = "") -> NotebookNode | bytes:
        """What is handed in after it. Changes the notebook, at its second answer if not told."""
        made = self.befall(notebook, answer or exercises_of(notebook)[1])
        return notebook if made is None else made

    def costs(self, exercises: list[str], answer: str) -> dict[str, str]:
        """The exercises whose points it touches, with their status."""
        touched = exercises[self.first :] if self.kind == "saves" else [answer]
        return dict.fromkeys(touched, self.status) if self.status else {}


ACCIDENTS: dict[str, Accident] = {}


def register(kind: str, befall: Befall, **more: object) -> None:
    name = befall.__name__
    assert name not in ACCIDENTS
    assert befall.__doc__, "the docstring says what happened to the student"
    ACCIDENTS[name] = Accident(name, kind, befall, **more)


def exercises_of(notebook: NotebookNode) -> list[str]:
    """The exercises whose answers are code, in the notebook's order."""
    return [
        cells.grade_id(c) for c in notebook.cells if cells.is_solution(c) and c.cell_type == "code"
    ]
