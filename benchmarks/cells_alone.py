"""The processor time of a submission's own cells: no kernel, no messages, no judge.

Each notebook runs in a fork of a process that has its modules in memory, in IPython, with figures
drawn as a kernel draws them. It is what a grader cannot do without. As many run at a time as there
are cores, as while grading: two cores are often one with two threads, and slower when both work.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
from time import process_time

from nbformat import NotebookNode

from nbjudge.guest import boot, forks
from nbjudge.notebook import cells
from nbjudge.pool.local import JOBS


def processor_seconds(notebooks: list[NotebookNode], modules: list[str]) -> list[float]:
    """Seconds on the processor that the cells of each notebook take, test cells left out."""
    sources = [
        [
            cell.source
            for cell in notebook.cells
            if cell.cell_type == "code" and not cells.is_test(cell)
        ]
        for notebook in notebooks
    ]
    with multiprocessing.get_context("spawn").Pool(JOBS, warm, [modules]) as pool:
        return pool.map(in_a_fork, sources, chunksize=1)


def warm(modules: list[str]) -> None:
    """Have in memory what a fork server has."""
    os.environ["MPLBACKEND"] = boot.INLINE
    forks.preload(["IPython", *modules])


def in_a_fork(sources: list[str]) -> float:
    """Run cells in a fork of this process; its processor time."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        try:
            os.write(writing, str(run(sources)).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.wait()
    with os.fdopen(reading) as pipe:
        return float(pipe.read())


def run(sources: list[str]) -> float:
    """Run cells in this process; the processor time that they take."""
    from IPython.core.interactiveshell import InteractiveShell
    from matplotlib_inline.backend_inline import configure_inline_support

    began = process_time()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        shell = InteractiveShell.instance()
        configure_inline_support(shell, boot.INLINE)
        for source in sources:
            shell.run_cell(source)
    return process_time() - began
