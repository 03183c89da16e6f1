"""Code that was written where there is more than where it is graded, or ran in another order."""

from __future__ import annotations

import nbformat.v4 as nbf
from nbformat import NotebookNode

from tests.kit.accidents.cells import first_do, put
from tests.kit.accidents.endings import STILL, in_the_process
from tests.kit.submissions import cell, place

HELPER = "def helper_above():\n    return 1\n"


def above_a_helper(notebook: NotebookNode, answer: str, *sources: str) -> None:
    """Own cells above the answer, the last of which ends with a helper that the answer calls."""
    first_do(cell(notebook, answer), "helper_above()")
    put(notebook, place(notebook, answer), *sources[:-1], f"{sources[-1]}\n{HELPER}")


@in_the_process()
def shell_line_above_a_helper(notebook: NotebookNode, answer: str) -> None:
    """A cell lists the folder, and then defines what the answer calls."""
    above_a_helper(notebook, answer, "!ls")


@in_the_process()
def packages_installed_above_a_helper(notebook: NotebookNode, answer: str) -> None:
    """A cell installs packages in three ways, and then defines what the answer calls."""
    lines = "!apt-get install -y ffmpeg\n%pip install -q tqdm\nimport sys\n"
    lines += "if 'google.colab' in sys.modules or True:\n    !{sys.executable} -m pip install tqdm"
    above_a_helper(notebook, answer, "%%capture\n" + lines, "%conda install tqdm")


@in_the_process()
def drive_mounted_above_a_helper(notebook: NotebookNode, answer: str) -> None:
    """A cell mounts a drive, goes there, and then defines what the answer calls."""
    lines = "from google.colab import drive\ndrive.mount('/content/drive')\n%cd /content/drive"
    above_a_helper(notebook, answer, lines)


@in_the_process()
def magics_of_another_platform_above_a_helper(notebook: NotebookNode, answer: str) -> None:
    """A cell begins with magics that Colab or an extension has."""
    lines = "%tensorflow_version 2.x\n%load_ext google.colab.data_table\n%matplotlib widget"
    above_a_helper(notebook, answer, lines)


@in_the_process()
def demonstration_that_raises_above_a_helper(notebook: NotebookNode, answer: str) -> None:
    """A timed trial raises, and what the answer calls is defined further down in its cell."""
    above_a_helper(notebook, answer, "%%time\nwith np.errstate(all='ignore'):\n    1 / 0")


@in_the_process()
def demonstration_that_raises_above_the_answer(notebook: NotebookNode, answer: str) -> None:
    """A trial that was left at the top of the answer's cell raises."""
    own = cell(notebook, answer)
    own.source = "print(no_such_name)\n" + own.source


@in_the_process(STILL, seconds=6)
def endless_demonstration_above_a_helper(notebook: NotebookNode, answer: str) -> None:
    """A trial loops for ever, and what the answer calls is defined further down in its cell."""
    above_a_helper(notebook, answer, "import time\nwhile True:\n    time.sleep(0.01)")


@in_the_process()
def helper_in_a_file_that_a_cell_wrote(notebook: NotebookNode, answer: str) -> None:
    """What the answer calls is written to a file by one cell, and imported from it by another."""
    above_a_helper(notebook, answer, "%%writefile tools/mine.py\ndef tool():\n    return 1", "")
    own = nbf.new_code_cell("from tools.mine import tool\ntool()")
    notebook.cells.insert(place(notebook, answer) - 1, own)
    first_do(cell(notebook, answer), "tool()")


@in_the_process()
def missing_package_above_the_answer(notebook: NotebookNode, answer: str) -> None:
    """The answer's cell begins by importing a package that is not here, which it never uses."""
    own = cell(notebook, answer)
    own.source = "import no_such_package\n" + own.source


@in_the_process()
def missing_package_styles_plots_above_the_answer(notebook: NotebookNode, answer: str) -> None:
    """The answer's cell begins by using a package that is not here, for looks."""
    own = cell(notebook, answer)
    own.source = "import no_such_package as style\nstyle.use('dark')\n" + own.source


@in_the_process()
def progress_bars_in_the_answer(notebook: NotebookNode, answer: str) -> None:
    """The answer shows bars while it loops, as text and as widgets."""
    own = cell(notebook, answer)
    first_do(own, "for bar in (tqdm, ta, tn):\n        for _ in bar(range(2)): pass")
    names = ("tqdm import tqdm", "tqdm.auto import tqdm as ta", "tqdm.notebook import tqdm as tn")
    own.source = "".join(f"from {name}\n" for name in names) + own.source


@in_the_process()
def helper_compiled_at_run_time(notebook: NotebookNode, answer: str) -> None:
    """What the answer calls is compiled by numba when it is called."""
    source = "from numba import njit\n@njit(cache=True)\ndef fast(x):\n    return x.sum()\n"
    above_a_helper(notebook, answer, source)
    first_do(cell(notebook, answer), "fast(np.ones(3))")
