"""Phase one on a Dask cluster: clean notebooks go out as text, executions come back as text.

A worker has this package and nothing of the class. It judges as a machine of one's own does, in
processes of their own, so that a submission costs its judge and not the worker.
"""

from __future__ import annotations

import asyncio
import hashlib
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from threading import Condition, Lock
from typing import TYPE_CHECKING, Any

from nbjudge.confine import temporary
from nbjudge.course.course import Course
from nbjudge.course.student_layer import StudentLayer
from nbjudge.errors import (
    AGAIN,
    ClusterError,
    IsolationError,
    JudgeCrashedError,
    SetAsideError,
)
from nbjudge.pool.graded import versions
from nbjudge.pool.local import JOBS, Execute, JudgePool
from nbjudge.pool.task import Task

if TYPE_CHECKING:  # an extra, and it takes a while to import
    from distributed import Client

TRIES = 2  # of a submission whose worker or judge is lost
_first = Lock()  # two threads of a worker may come to its pool at once
DEMAND = 64  # submissions that wait for a cluster which has no worker yet


class Turns:
    """Many at a time, or one alone once the others are done."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._many, self._one = 0, False

    @contextmanager
    def among(self) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._one)
            self._many += 1
        try:
            yield
        finally:
            with self._changed:
                self._many -= 1
                self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._one and not self._many)
            self._one = True
        try:
            yield
        finally:
            with self._changed:
                self._one = False
                self._changed.notify_all()


@dataclass(frozen=True)
class Cluster:
    """A Dask cluster at work for one run."""

    client: Client
    address: str
    turns: Turns = field(default_factory=Turns)

    def at_once(self) -> int:
        """As many as its workers have threads."""
        return sum(self.client.nthreads().values()) or DEMAND

    def execute(self, task: Task) -> str:
        """Do what ``JudgePool.execute`` does, on a worker.

        All that a worker holds is lost with it, whichever of it was to blame; so the second try is
        made with nothing else under way. Raises ``SetAsideError`` if that fails too, and
        ``ClusterError`` for what no try can mend.
        """
        from distributed.scheduler import KilledWorker

        try:
            with self.turns.among():
                return self._sent("judge", task)
        except KilledWorker:
            pass
        try:
            with self.turns.alone():
                return self._sent("judge-alone", task)
        except KilledWorker as error:
            raise SetAsideError(
                f"{TRIES} workers of the cluster were lost while they judged it; "
                "their logs may say why."
            ) from error

    def _sent(self, name: str, task: Task) -> str:
        """What comes back of one task. Raises ``KilledWorker`` if its worker is lost."""
        from distributed.scheduler import KilledWorker

        words = "\n".join((task.notebook, task.seed, task.isolation))
        content = hashlib.sha256(words.encode()).hexdigest()
        try:
            return str(
                self.client.submit(
                    judged,
                    task,
                    versions(task.course),
                    key=f"{name}-{content}",
                    pure=True,
                    retries=TRIES - 1,
                ).result()
            )
        except KilledWorker:
            raise
        except JudgeCrashedError as error:
            raise SetAsideError(f"{error}, on {TRIES} tries.") from error
        except (ImportError, AttributeError) as error:
            raise without_package(self.address, error) from error
        except Exception as error:
            if self.client.status == "running" and not isinstance(error, CancelledError):
                raise
            raise ClusterError(
                f"The scheduler at {self.address} was lost. Once it is back, {AGAIN}."
            ) from error


def without_package(address: str, error: Exception) -> ClusterError:
    """What to say where our code cannot be found."""
    return ClusterError(
        f"The cluster at {address} cannot load this package ({error}). Install the "
        "version there that is here."
    )


@contextmanager
def executing(
    course: Course, scheduler: str = "", jobs: int | None = None
) -> Iterator[tuple[Execute, int]]:
    """What has a submission judged, here or on a scheduler's cluster, and how many at a time."""
    if not scheduler:
        with JudgePool(course.layer) as pool:
            yield pool.execute, jobs or JOBS
        return
    with connected(scheduler) as cluster:
        yield cluster.execute, jobs or cluster.at_once()


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """The cluster of a scheduler. Raises ``ClusterError`` if it cannot be had."""
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(
            'A cluster needs Dask, which is not installed: pip install "nbjudge[cluster]".'
        ) from error
    try:
        asyncio.run(reach(address))  # a Client that fails to would be in the way to the end
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        raise ClusterError(
            f"There is no Dask scheduler to be reached at {address} "
            f"({' '.join(str(error).split())})."
        ) from error
    with Client(address, set_as_default=False) as client:
        try:
            client.run_on_scheduler(set_up)
        except (ImportError, AttributeError) as error:
            raise without_package(address, error) from error
        yield Cluster(client, address)


async def reach(address: str) -> None:
    """Connect to a scheduler once. Raises what Dask does if it cannot be had."""
    from distributed import Security
    from distributed.comm.core import connect

    connection = await connect(address, **Security().get_connection_args("client"))
    await connection.close()


def set_up(dask_scheduler: Any) -> None:
    """Have the scheduler leave it to us what becomes of a task whose worker is lost."""
    dask_scheduler.allowed_failures = 0


def judged(task: Task, expected: dict[str, str]) -> str:
    """On a worker: judge a clean notebook, in a process of its own.

    Raises ``ClusterError`` where that could not give what it would on the client's machine.
    """
    from distributed import get_worker

    worker = get_worker()
    place = f"The worker {worker.address}"
    found = versions(task.course)
    other = [
        f"{name} {found[name]} instead of {expected.get(name, 'nothing')}"
        for name in found
        if found[name] != expected.get(name)
    ]
    if other:
        raise ClusterError(
            f"{place} has other versions than this machine: {', '.join(other)}. "
            "Install the same on both."
        )
    try:
        with _first:
            pool = pool_of_worker(task.course.layer)
        return pool.execute(task)
    except IsolationError as error:
        raise ClusterError(f"{place} cannot be used. {error}") from error


@cache
def pool_of_worker(layer: StudentLayer) -> JudgePool:
    """The pool of this worker's process, which lives as long: judges end with whoever began them.

    What they make is kept in a folder of the worker's own.
    """
    temporary.claim()
    # Dask's nanny ends with its worker, and judges end with theirs by themselves
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    return JudgePool(layer)
