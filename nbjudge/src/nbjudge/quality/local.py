"""A student's namespace in this very process, asked through the same agent and wire.

For our own answers only: the answer bank and mutants. Never for a submission.
"""

from __future__ import annotations

import linecache
from typing import Any

from nbjudge.exercise.exercise import Exercise
from nbjudge.guest.agent import Agent
from nbjudge.guest.wire import pack, unpack
from nbjudge.judge.questions import asks


class LocalStudent:
    """Runs cells in a namespace of its own and answers probes about what they define."""

    def __init__(self, cells: list[str]) -> None:
        self.namespace: dict[str, Any] = {"__name__": "__main__"}
        self.agent = Agent(self.namespace)
        for number, source in enumerate(cells):
            self.execute(source, f"<cell {number}>")

    def execute(self, source: str, name: str = "<cell>") -> None:
        """Run one cell. Raises whatever it raises."""
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
        exec(compile(source, name, "exec"), self.namespace)

    def ask(self, exercise: Exercise, targets: list[str], probes: list[Any]) -> list[Any]:
        """The replies to the probes of one exercise."""
        package = exercise.module.partition(".exercises.")[0]
        module = asks(package, exercise.topic, frozenset(name for name, _ in probes))
        buffers: list[bytes] = []
        request = {
            "module": module.name,
            "source": module.source,
            "targets": targets,
            "probes": pack(probes, buffers),
        }
        form, out = self.agent.answer(request, buffers)
        replies: list[Any] = unpack(form, out)
        return replies
