"""Judges in processes of this machine: each runs one submission at a time, and knows no gradebook.

One that dies takes no neighbour with it.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from threading import Lock

from nbjudge.confine.levels import require
from nbjudge.confine.stage import Stage, staged
from nbjudge.course.student_layer import StudentLayer
from nbjudge.errors import JudgeCrashedError
from nbjudge.pool import process
from nbjudge.pool.task import Task

Execute = Callable[[Task], str]  # the execution as JSON text
JOBS = os.cpu_count() or 1
JUDGE_SECONDS = 10 * 60  # of the judge's own processor time: student processes have their limits
END_SECONDS = 1.0


class JudgeProcess:
    """One process that judges; started at once."""

    def __init__(self, stage: Stage) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        work = (theirs, stage, JUDGE_SECONDS)
        # a daemon, so that whoever leaves without closing the pool does not wait for it for ever
        self.process = context.Process(target=process.work, args=work, name="judge", daemon=True)
        self.process.start()
        theirs.close()

    def execute(self, task: Task) -> str:
        """The execution of a task. Raises ``JudgeCrashedError`` if the process ends first."""
        try:
            self.connection.send(task)
            answer = self.connection.recv()
        except (EOFError, OSError) as error:
            self.close()
            raise JudgeCrashedError("the judge's process ended") from error
        if isinstance(answer, Exception):
            raise answer
        return str(answer)

    def close(self) -> None:
        """End the process, with all that it started."""
        with suppress(OSError):
            self.connection.close()
        self.process.join(END_SECONDS)
        if self.process.is_alive():  # in the middle of a submission
            self.process.terminate()
            self.process.join()


class JudgePool:
    """Judges' processes, as many as there are submissions at a time. Use as a context manager."""

    def __init__(self, layer: StudentLayer) -> None:
        self.layer = layer
        self._life = ExitStack()
        self._stage: Stage | None = None
        self._idle: list[JudgeProcess] = []  # the last one used is the next one to be used
        self._busy: set[JudgeProcess] = set()
        self._choosing = Lock()

    def __enter__(self) -> JudgePool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def execute(self, task: Task) -> str:
        """Judge one submission; the execution as JSON text.

        Raises ``JudgeCrashedError`` if its process ends, or has to be ended, and ``IsolationError``
        if this machine cannot keep student code apart so far.
        """
        require(task.isolation)
        judge = self._take()
        try:
            return judge.execute(task)
        finally:
            self._give_back(judge)

    def close(self) -> None:
        """End every process, whatever it does, and remove the stage."""
        with self._choosing:
            judges = [*self._idle, *self._busy]
            self._idle.clear()
        for judge in judges:
            judge.close()
        self._life.close()

    def _take(self) -> JudgeProcess:
        with self._choosing:
            if self._stage is None:
                self._stage = self._life.enter_context(staged(self.layer))
            judge = self._idle.pop() if self._idle else JudgeProcess(self._stage)
            self._busy.add(judge)
            return judge

    def _give_back(self, judge: JudgeProcess) -> None:
        with self._choosing:
            self._busy.discard(judge)
            if judge.process.is_alive():  # what it raised is its submission's, and no end of it
                self._idle.append(judge)
