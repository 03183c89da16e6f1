"""What grading a class costs: against stock nbgrader, against the cells alone, and by its parts.

Every ratio is of two times from this run. Usage: python -m benchmarks.speed [--students N]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import nbformat
from nbformat import NotebookNode

from benchmarks import otter
from benchmarks.cells_alone import processor_seconds
from benchmarks.parts import parts
from nbjudge.classroom.folder import Folder
from nbjudge.confine.fork_server import ForkServers
from nbjudge.confine.levels import best
from nbjudge.confine.stage import staged
from nbjudge.confine.threads import single_threaded
from nbjudge.confine.usage import family
from nbjudge.confine.watch import proportional
from nbjudge.course.sections import Section, master, source_notebook
from nbjudge.judge.kernel import StudentProcess
from nbjudge.notebook.regions import HIDDEN
from nbjudge.pool.local import JOBS
from tests.kit.classroom import HASTY
from tests.kit.course import COURSE, ROOT, find
from tests.kit.submissions import fill, model_answers, partly_wrong, style, text

KINDS = ("right", "right", "wrong", "failing")
SAMPLE = 12  # students of each section for what takes long: three of every kind
BIN = Path(sys.executable).parent


def submission(section: Section, number: int) -> NotebookNode:
    """By turns: two right ones in the bank's styles, one with wrong answers, one that fails."""
    kind = KINDS[number % len(KINDS)]
    right = {**model_answers(section), **style(number, section)}
    sources = partly_wrong(number, section) if kind == "wrong" else right
    if kind == "failing":
        sources = dict(list(right.items())[:2])
    notebook = fill(sources, section)
    said = f"# {number}" + (f"\n{HASTY}" if kind == "failing" else "")
    notebook.cells.append(nbformat.v4.new_code_cell(said))  # no two are the same
    return notebook


def hand_in(folder: Path, section: Section, students: int) -> None:
    for number in range(students):
        place = folder / "submitted" / f"s{number:03d}" / section.name / section.source.name
        place.parent.mkdir(parents=True)
        place.write_text(text(submission(section, number)), encoding="utf-8")


def seconds(*command: str | Path, cwd: Path | None = None) -> float:
    """How long a command takes, from nothing to its end."""
    began = perf_counter()
    subprocess.run(list(map(str, command)), cwd=cwd, check=True, capture_output=True)
    return perf_counter() - began


def course(command: str, section: Section, folder: Path, *more: str) -> float:
    return seconds(BIN / "course", command, section.name, "-C", folder, *more)


def autograde(section: Section, folder: Path, *more: str) -> float:
    return course("autograde", section, folder, "--isolation", best(), *more)


@contextmanager
def a_class(section: Section, students: int) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="speed-") as folder:
        hand_in(Path(folder), section, students)
        yield Path(folder)


def stock(section: Section, few: int, many: int) -> float:
    """Seconds that one more submission takes stock nbgrader, from two runs of its command.

    Our hidden tests mean nothing to it and are left out, so it has less to do.
    """
    notebook = source_notebook(section)
    for cell in notebook.cells:
        cell.source = HIDDEN.sub("", cell.source) or "pass"
    times = []
    for students in (few, many):
        with a_class(section, students) as folder:
            source = folder / "source" / section.name / section.source.name
            source.parent.mkdir(parents=True)
            nbformat.write(notebook, source)
            (folder / "nbgrader_config.py").write_text("c = get_config()\n")
            seconds(BIN / "nbgrader", "generate_assignment", section.name, cwd=folder)
            times.append(seconds(BIN / "nbgrader", "autograde", section.name, cwd=folder))
    return (times[1] - times[0]) / (many - few)


def limit(section: Section) -> float:
    """Seconds of wall time that one submission's own cells would take all cores, at the least."""
    notebooks = [submission(section, number) for number in range(SAMPLE)]
    modules = master(section).metadata.course.modules
    return statistics.mean(processor_seconds(notebooks, modules)) / JOBS


def start(modules: list[str]) -> tuple[float, float, float]:
    """Seconds from fork to ready, seconds to the end of a first cell, bytes above the server."""
    ready, first, memory = [], [], []
    with staged(COURSE.layer) as stage, ForkServers(stage) as servers:
        for _ in range(12):
            began = perf_counter()
            with StudentProcess(servers, best(), modules) as process:
                ready.append(perf_counter() - began)
                assert process.execute("1 + 1", 20).status == "ok"
                first.append(perf_counter() - began)
                sandbox = process.pid
                with_it = proportional(family(sandbox))
            memory.append(with_it - proportional(family(sandbox)))
    return statistics.median(ready), statistics.median(first), statistics.median(memory)


def one_notebook(section: Section) -> float:
    """``course grade`` of the solution from nothing, against running it with nbconvert."""
    solution = ROOT / "solutions" / section.name / section.source.name
    with tempfile.TemporaryDirectory() as scratch:

        def ours() -> float:
            return seconds(BIN / "course", "grade", solution, "--isolation", best())

        def plain() -> float:
            words = ("--to", "notebook", "--execute", "--output-dir", scratch)
            return seconds(BIN / "jupyter", "nbconvert", *words, solution)

        return statistics.median(ours() / plain() for _ in range(3))


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """The address of a Dask scheduler with so many worker processes of one thread each."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None
    ) as made:
        made.wait_for_workers(workers)
        yield made.scheduler_address


def row(what: str, value: float, bar: str = "", more: str = "") -> None:
    print(f"{what:58s} {value:9.3g}   {bar:14s} {more}", flush=True)


def graded(section: Section, students: int, *more: str) -> float:
    """Seconds per submission of a new class."""
    with a_class(section, students) as folder:
        return autograde(section, folder, *more) / students


def a_whole_class(section: Section, students: int) -> float:
    """Grade it in every way; seconds per submission on this machine.

    That is the mean of two times, before and after the cluster's: speed drifts where one has
    neighbours.
    """
    with a_class(section, students) as folder:
        first = autograde(section, folder) / students
        again = autograde(section, folder) / students
        feedback = course("feedback", section, folder) / students
    with cluster(JOBS) as address:
        dask = graded(section, students, "--scheduler", address)
    second = graded(section, students)
    mean = (first + second) / 2
    row(f"{section.name}: seconds per submission", mean, "", f"{first:.2f}, later {second:.2f}")
    row("  grading again, part of the time before", again / first, "under 0.03")
    row("  feedback, seconds per submission", feedback, "under 0.3")
    row("  two Dask workers against two jobs", mean / dask, "at least 0.9", f"{dask:.2f} s each")
    return mean


def against_others(section: Section, first: float) -> None:
    theirs = stock(section, 2, 2 + SAMPLE // 2)
    row("  throughput against stock nbgrader", theirs / first, "at least 8", f"{theirs:.1f} s each")
    with tempfile.TemporaryDirectory(prefix="speed-") as scratch:
        notebooks = [submission(section, number) for number in range(SAMPLE // 3)]
        otters = otter.seconds_each(notebooks, Path(scratch))
    if otters is None:
        print("  Otter-Grader cannot be installed here: it is not measured")
    else:
        row("  throughput against otter run", otters / first, "", f"{otters:.1f} s each")
    least = limit(section)
    row(
        "  throughput against the cells alone",
        least / first,
        "at least 0.6",
        f"{least * JOBS:.2f} s of CPU each",
    )
    row("  course grade against nbconvert --execute", one_notebook(section), "under 2")
    with a_class(section, SAMPLE // 3) as folder:
        spent = parts(Folder(folder), section, best())
    for part, value in sorted(spent.items(), key=lambda item: -item[1]):
        row(f"    of which {part}", value, "", f"{value / sum(spent.values()):.0%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=40)
    students = parser.parse_args().students
    single_threaded()
    os.environ |= {"NBGRADER_EXECUTION": "autograde", "PYTHONWARNINGS": "ignore"}
    print(f"{JOBS} cores, {students} submissions of each section, {best()}, one thread each")
    sections = [find("06"), find("03")]
    for section in sections:
        first = a_whole_class(section, students)
        against_others(section, first)
    ready, cell, memory = start(master(sections[0]).metadata.course.modules)
    row(
        "fork to ready, torch in memory, ms",
        1000 * ready,
        "under 150",
        f"{1000 * cell:.0f} with a first cell",
    )
    row("memory of one submission above the server, MB", memory / 2**20, "under 150")
    many = graded(section, 10 * students)
    row(f"cost of one of {10 * students} against one of {students}", many / first, "under 1.1")


if __name__ == "__main__":
    main()
