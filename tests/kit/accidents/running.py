"""Code that comes to an end, and prints, waits, clears up, or needs what is not there."""

from __future__ import annotations

import nbformat.v4 as nbf
from nbformat import NotebookNode

from tests.kit.accidents.cells import first_do
from tests.kit.accidents.endings import beside, in_the_process
from tests.kit.submissions import cell


@in_the_process("RecursionError", status="error")
def answer_without_a_base_case(notebook: NotebookNode, answer: str) -> None:
    """The answer calls itself for ever."""
    first_do(cell(notebook, answer), "again = lambda: again(); again()")


@in_the_process()
def own_cell_prints_100_megabytes(notebook: NotebookNode, answer: str) -> None:
    """A trial prints for far too long."""
    beside(notebook, answer, "for _ in range(100):\n    print('x' * 2**20)")


@in_the_process()
def answer_prints_all_the_time(notebook: NotebookNode, answer: str) -> None:
    """The answer prints a megabyte at every call."""
    first_do(cell(notebook, answer), "print('x' * 2**20)")


@in_the_process()
def own_cell_asks_for_input(notebook: NotebookNode, answer: str) -> None:
    """A trial asks for a number."""
    beside(notebook, answer, "n = int(input('How many? '))")


@in_the_process("input", status="error")
def answer_asks_for_input(notebook: NotebookNode, answer: str) -> None:
    """The answer asks for a number."""
    first_do(cell(notebook, answer), "n = input('How many? ')")


@in_the_process()
def warnings_on_stderr(notebook: NotebookNode, answer: str) -> None:
    """The answer and its cell warn."""
    own = cell(notebook, answer)
    first_do(own, "import sys, warnings; warnings.warn('odd'); print('note', file=sys.stderr)")
    own.source = "import warnings\nwarnings.warn('old habit')\n" + own.source


@in_the_process()
def deprecated_api(notebook: NotebookNode, answer: str) -> None:
    """The answer uses what will be taken away one day."""
    first_do(cell(notebook, answer), "np.matrix([[1.0]])")


@in_the_process("no attribute 'float'", status="error")
def removed_api(notebook: NotebookNode, answer: str) -> None:
    """The answer uses what an older numpy still had."""
    first_do(cell(notebook, answer), "np.float(1)")


@in_the_process()
def own_cell_shows_figures_in_a_loop(notebook: NotebookNode, answer: str) -> None:
    """A trial shows a figure at every step."""
    loop = "for n in range(15):\n    plt.plot([n])\n    plt.show()"
    beside(notebook, answer, f"import matplotlib.pyplot as plt\n{loop}")


@in_the_process()
def answer_shows_a_figure(notebook: NotebookNode, answer: str) -> None:
    """The answer shows a figure at every call."""
    shows = "import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.show()"
    first_do(cell(notebook, answer), shows)


@in_the_process()
def asks_for_a_window(notebook: NotebookNode, answer: str) -> None:
    """A cell wants figures in windows, where there are none."""
    beside(notebook, answer, "%matplotlib qt")


@in_the_process()
def thread_that_prints_for_ever(notebook: NotebookNode, answer: str) -> None:
    """A thread in the background prints and never ends."""
    loop = "def tick():\n    while True:\n        print('tick')\n        time.sleep(0.01)"
    beside(notebook, answer, f"import threading\n{loop}\nthreading.Thread(target=tick).start()")


@in_the_process()
def program_left_running(notebook: NotebookNode, answer: str) -> None:
    """A cell starts a program and leaves it running."""
    source = "import subprocess, sys\n"
    source += "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)'])"
    beside(notebook, answer, source)


@in_the_process()
def working_folder_gone(notebook: NotebookNode, answer: str) -> None:
    """A cell goes to a folder of its own and deletes it."""
    source = "import os, tempfile\nnew = tempfile.mkdtemp()\nos.chdir(new)\nos.rmdir(new)"
    beside(notebook, answer, source)


@in_the_process(needs="limited")
def files_deleted(notebook: NotebookNode, answer: str) -> None:
    """A cell deletes all files that it finds at home."""
    source = "import os, shutil\nshutil.rmtree(os.environ['HOME'], ignore_errors=True)"
    beside(notebook, answer, source)


@in_the_process("%reset was left out")
def namespace_reset(notebook: NotebookNode, answer: str) -> None:
    """A cell clears the memory with %reset."""
    beside(notebook, answer, "%reset -f")


@in_the_process("%reset was left out")
def namespace_reset_in_the_answer(notebook: NotebookNode, answer: str) -> None:
    """The answer's own cell begins by clearing the memory."""
    own = cell(notebook, answer)
    own.source = "from IPython import get_ipython\nget_ipython().magic('reset -sf')\n" + own.source


@in_the_process("name 'n_seen' is not defined", status="error")
def answer_needs_a_cell_that_is_gone(notebook: NotebookNode, answer: str) -> None:
    """The answer uses a variable that only the memory still knew: its cell was deleted."""
    first_do(cell(notebook, answer), "n_seen + 1")


@in_the_process("needs a cell further down")
def helper_defined_below(notebook: NotebookNode, answer: str) -> None:
    """The answer calls a helper that stands below, and the cells were run in another order."""
    first_do(cell(notebook, answer), "helper_below()")
    notebook.cells.append(nbf.new_code_cell("def helper_below():\n    return 1"))


@in_the_process("needs a cell further down")
def cell_that_runs_only_later(notebook: NotebookNode, answer: str) -> None:
    """The answer's cell itself needs a variable from below when it is run."""
    own = cell(notebook, answer)
    first_do(own, "doubled")
    own.source = "doubled = 2 * from_below\n" + own.source
    notebook.cells.append(nbf.new_code_cell("from_below = 1"))


@in_the_process()
def own_cell_needs_a_missing_package(notebook: NotebookNode, answer: str) -> None:
    """A cell mounts a drive, which only Colab has."""
    beside(notebook, answer, "from google.colab import drive\ndrive.mount('/content/drive')")


@in_the_process("No module named 'no_such_package'", status="error")
def answer_needs_a_missing_package(notebook: NotebookNode, answer: str) -> None:
    """The answer calls a package that is not here."""
    first_do(cell(notebook, answer), "import no_such_package")


@in_the_process()
def installs_a_package(notebook: NotebookNode, answer: str) -> None:
    """A cell installs a package, and there is no network."""
    beside(notebook, answer, "%pip install --quiet no-such-package")
