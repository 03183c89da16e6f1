"""The processor time of a submission's own cells: no kernel, no messages, no judge.

Each notebook runs in a fork of a process that has its modules in memory, in IPython, with figures
drawn as a kernel draws them. It is what a grader cannot do without.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import multiprocessing
import os
import resource

from nbformat import NotebookNode

from helpers.grading import cells


def processor_seconds(notebooks: list[NotebookNode], modules: list[str]) -> list[float]:
    """Seconds on the processor that the cells of each notebook take, test cells left out."""
    sources = [[cell.source for cell in notebook.cells
                if cell.cell_type == "code" and not cells.is_test(cell)]
               for notebook in notebooks]  # fmt: skip
    with multiprocessing.get_context("spawn").Pool(1, warm, [modules]) as pool:
        return pool.map(in_a_fork, sources)


def warm(modules: list[str]) -> None:
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    for name in ["IPython", *modules]:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


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
    from IPython.core.interactiveshell import InteractiveShell

    began = resource.getrusage(resource.RUSAGE_SELF)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        shell = InteractiveShell.instance()
        shell.run_line_magic("matplotlib", "inline")
        for source in sources:
            shell.run_cell(source)
    ended = resource.getrusage(resource.RUSAGE_SELF)
    return ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime
