"""Every solved notebook runs on the package versions of Colab's runtimes, from the wheel alone.

`make versions` builds the environments; a set that is not built is skipped. The newest versions
are those of `constraints.txt`, which all other tests run on.
"""

import re
import subprocess
from functools import cache
from pathlib import Path

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

from nbjudge.publish.bundle import publish
from tests.kit.course import COURSE, ROOT, SECTIONS
from tests.kit.submissions import model_answers, write_answers

pytestmark = pytest.mark.slow

SETS = sorted(Path(__file__).parent.glob("*.txt"))
CELL_SECONDS = 300


class Kernel(AsyncKernelManager):
    """A kernel of another environment than this one."""

    python: Path

    @property
    def kernel_spec(self):
        argv = [str(self.python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name="Python 3", language="python")


def python_of(versions):
    return ROOT / ".versions" / versions.stem / "bin" / "python"


@cache
def installed(versions):
    """The versions in an environment, in the words of its file."""
    done = subprocess.run(
        [python_of(versions), "-m", "pip", "freeze"], capture_output=True, text=True, check=True
    )
    return {re.sub(r"\+\w+", "", line) for line in done.stdout.splitlines()}


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    folder = tmp_path_factory.mktemp("versions")
    publish(folder, COURSE, SECTIONS)
    return folder


@pytest.mark.parametrize("versions", SETS, ids=lambda path: path.stem)
@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.name)
def test_the_solved_notebook_runs_without_a_warning(section, versions, published):
    if not (python_of(versions).parents[1] / "built").exists():
        pytest.skip(f"{versions.stem} is not built here: make versions SETS={versions.stem}")
    wanted = {line for line in versions.read_text().splitlines() if "==" in line}
    assert wanted <= installed(versions)
    notebook = nbformat.read(published / f"{section.name}.ipynb", as_version=4)
    write_answers(notebook, model_answers(section))
    manager = Kernel()
    manager.python = python_of(versions)
    NotebookClient(
        notebook, km=manager, timeout=CELL_SECONDS, resources={"metadata": {"path": str(published)}}
    ).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert "".join(o.text for o in outputs if o.get("name") == "stderr") == ""
    assert any("widget-view" in kind for o in outputs for kind in o.get("data", {}))
