"""Answers a judge's questions by a function, in the place of a student process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nbjudge.confine.usage import usage
from nbjudge.exercise.exercise import Usage


class Answering:
    """Puts every question to one function, which takes the request, the probes and the seconds."""

    def __init__(self, put: Callable[[Any, Any, float], Any]) -> None:
        self.put = self.put_aside = put

    def afresh(self) -> None:
        """Nobody is there to be replaced."""

    def usage(self) -> Usage:
        return usage()
