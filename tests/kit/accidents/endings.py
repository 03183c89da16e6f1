"""Code that hangs, dies, or takes more than there is, when it is run."""

from __future__ import annotations

from collections.abc import Callable

from nbformat import NotebookNode

from tests.kit.accidents.cells import first_do, put
from tests.kit.accidents.registry import Befall, register
from tests.kit.submissions import cell, place

STOPPED = "stopped: it used 6 seconds of processor time"
STILL = "stopped: it did nothing"
SLOW = "took too long"
ENDED = "ended the Python process"


def in_the_process(says: str = "", **more: object) -> Callable[[Befall], Befall]:
    """Register an accident of code that runs, in an answer or in a cell beside it."""

    def found(befall: Befall) -> Befall:
        register("running", befall, says=says, **more)
        return befall

    return found


def beside(notebook: NotebookNode, answer: str, source: str) -> None:
    """An own cell of the student's above the answer."""
    put(notebook, place(notebook, answer), source)


@in_the_process()
def own_cell_raises(notebook: NotebookNode, answer: str) -> None:
    """A trial ends in an exception."""
    beside(notebook, answer, "1 / 0")


@in_the_process(STOPPED, seconds=6)
def own_cell_never_ends(notebook: NotebookNode, answer: str) -> None:
    """A trial loops for ever."""
    beside(notebook, answer, "while True:\n    pass")


@in_the_process(STILL, seconds=6)
def own_cell_swallows_the_interrupt(notebook: NotebookNode, answer: str) -> None:
    """A trial loops for ever and catches whatever comes, the interrupt too."""
    loop = "while True:\n    try:\n        time.sleep(1)\n    except:\n        pass"
    beside(notebook, answer, loop)


@in_the_process(SLOW, status="timeout", seconds=6)
def answer_never_ends(notebook: NotebookNode, answer: str) -> None:
    """The answer loops until a difference is zero, which it never is."""
    first_do(cell(notebook, answer), "while True: time.sleep(0.1)")


@in_the_process(SLOW, status="timeout", seconds=6)
def answer_swallows_the_interrupt(notebook: NotebookNode, answer: str) -> None:
    """The answer tries again for ever, whatever goes wrong."""
    tries = "while True:\n        try: time.sleep(1)\n        except BaseException: pass"
    first_do(cell(notebook, answer), tries)


@in_the_process(STILL, seconds=6)
def trial_in_the_answers_cell_never_ends(notebook: NotebookNode, answer: str) -> None:
    """Under the answer, in its cell, a trial loops for ever."""
    cell(notebook, answer).source += "\n\nwhile True:\n    time.sleep(0.1)"


@in_the_process(SLOW, status="timeout", seconds=6)
def very_slow_right_answer(notebook: NotebookNode, answer: str) -> None:
    """The answer is right, and takes 20 seconds a call."""
    first_do(cell(notebook, answer), "time.sleep(20)")


@in_the_process()
def own_cell_exits(notebook: NotebookNode, answer: str) -> None:
    """A trial calls sys.exit."""
    beside(notebook, answer, "import sys\nsys.exit(1)")


@in_the_process()
def own_cell_quits(notebook: NotebookNode, answer: str) -> None:
    """A trial ends with quit()."""
    beside(notebook, answer, "quit()")


@in_the_process("SystemExit", status="error")
def answer_exits(notebook: NotebookNode, answer: str) -> None:
    """The answer calls sys.exit instead of return."""
    first_do(cell(notebook, answer), "import sys; sys.exit()")


@in_the_process(ENDED)
def own_cell_kills_the_process(notebook: NotebookNode, answer: str) -> None:
    """A trial calls os._exit."""
    beside(notebook, answer, "import os\nos._exit(1)")


@in_the_process(ENDED)
def runtime_restarted(notebook: NotebookNode, answer: str) -> None:
    """A cell restarts the runtime, as one does in Colab after an installation."""
    beside(notebook, answer, "import os\nos.kill(os.getpid(), 9)")


@in_the_process(ENDED, status="crashed")
def answer_kills_the_process(notebook: NotebookNode, answer: str) -> None:
    """The answer calls os._exit."""
    first_do(cell(notebook, answer), "import os; os._exit(0)")


@in_the_process(ENDED)
def own_cell_segfaults(notebook: NotebookNode, answer: str) -> None:
    """A trial with ctypes reads address zero."""
    beside(notebook, answer, "import ctypes\nctypes.string_at(0)")


@in_the_process(ENDED, status="crashed")
def answer_segfaults(notebook: NotebookNode, answer: str) -> None:
    """The answer reads address zero."""
    first_do(cell(notebook, answer), "import ctypes; ctypes.string_at(0)")


@in_the_process(needs="confined")
def own_cell_runs_out_of_memory(notebook: NotebookNode, answer: str) -> None:
    """A trial allocates 20 GB, a piece at a time."""
    beside(notebook, answer, "pieces = []\nfor _ in range(10):\n    pieces.append(np.ones(2**28))")


@in_the_process("Error", status="error", needs="confined")
def answer_runs_out_of_memory(notebook: NotebookNode, answer: str) -> None:
    """The answer allocates 20 GB, a piece at a time."""
    first_do(cell(notebook, answer), "pieces = [np.ones(2**28) for _ in range(10)]")


@in_the_process("processes at once", needs="confined")
def own_cell_forks_a_bomb(notebook: NotebookNode, answer: str) -> None:
    """A trial starts 300 processes that sleep, and waits for none."""
    fork = "    if os.fork() == 0:\n        time.sleep(60)\n        os._exit(0)"
    beside(notebook, answer, f"import os, time\nfor _ in range(300):\n{fork}")
