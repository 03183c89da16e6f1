"""The folder that students get: notebooks that find their helpers, the student wheel, a README.

Only the student layer of ``helpers`` goes into the wheel.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import nbformat
from hatchling.builders.wheel import WheelBuilder
from nbformat import NotebookNode

from helpers import __version__
from helpers.grading.sections import ROOT, Section
from helpers.grading.stage import copy_student_layer

NAME = "generative-models-helpers"
MARK = re.compile(r"(?m)^WHEEL = \{\}.*$")
GITHUB = re.compile(r"https://github\.com/([\w.-]+)/([\w.-]+?)(?:\.git)?/?(?:tree/([\w./-]+?)/?)?")
COLAB = "https://colab.research.google.com"
LINE = 96


class PublishError(Exception):
    """The folder cannot be published there, or from this."""


def publish(folder: Path, sections: Iterable[Section], url: str = "", root: Path = ROOT) -> Path:
    """Write all that students get to a folder. Returns the wheel's path.

    ``url`` is where the folder will be public: a GitHub repository, or the folder's own address.
    Without it every notebook carries the wheel inside. Raises ``PublishError``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    old = list(folder.glob(f"{NAME.replace('-', '_')}-*.whl"))
    if any(folder.iterdir()) and not old and not (folder / ".git").exists():
        raise PublishError(f"{folder} holds something else. Name an empty folder or a repository.")
    for path in old:
        path.unlink()
    wheel = build_wheel(folder)
    for section in sections:
        released = root / "release" / section.name / section.source.name
        if not released.exists():
            raise PublishError(f"{section.name} is not released yet. Run: course release")
        notebook = nbformat.read(released, as_version=4)
        set_wheel(notebook, wheel, url)
        nbformat.write(notebook, folder / released.name)
    shutil.copy(root / "LICENSE", folder)
    (folder / "README.md").write_text(readme(sorted(folder.glob("*.ipynb")), url), encoding="utf-8")
    return wheel


def build_wheel(folder: Path) -> Path:
    """The student layer as a pure-Python wheel, the same bytes every time."""
    with tempfile.TemporaryDirectory() as scratch:
        copy_student_layer(Path(scratch))
        (Path(scratch) / "pyproject.toml").write_text(
            f'[project]\nname = "{NAME}"\nversion = "{__version__}"\n'
            'description = "Data, figures, widgets and checks of the course\'s notebooks"\n'
            'requires-python = ">=3.11"\nlicense = "BSD-3-Clause"\n'
            '[tool.hatch.build.targets.wheel]\npackages = ["helpers"]\n'
        )
        builder = WheelBuilder(scratch)
        (built,) = builder.build(directory=str(folder), versions=["standard"])
    return Path(built)


def set_wheel(notebook: NotebookNode, wheel: Path, url: str) -> None:
    """Fill in the setup cell of a released notebook, and fold it."""
    cell = next(c for c in notebook.cells if c.id == "setup")
    content = wheel.read_bytes()
    known = {"name": wheel.name, "sha256": hashlib.sha256(content).hexdigest()}
    lines = [f"    {key}={value!r}," for key, value in known.items()]
    if url:
        lines.append(f"    url={download_url(url, wheel.name)!r},")
    else:
        text = base64.b64encode(content).decode()
        pieces = [text[i : i + LINE] for i in range(0, len(text), LINE)]
        lines += ["    content=(", *(f'"{piece}"' for piece in pieces), "    ),"]
    filled = "\n".join(["WHEEL = dict(", *lines, ")"])
    cell.source, count = MARK.subn(lambda _: filled, cell.source)
    if count != 1:
        raise PublishError("The setup cell has no line `WHEEL = {}` to fill in.")
    cell.metadata.jupyter = {"source_hidden": True}  # JupyterLab, Notebook and VS Code
    cell.metadata.cellView = "form"  # Colab


def download_url(url: str, name: str) -> str:
    """Where a file of the published folder can be fetched from."""
    found = GITHUB.fullmatch(url)
    if not found:
        return f"{url.rstrip('/')}/{name}"
    owner, repository, branch = found.groups()
    return f"https://raw.githubusercontent.com/{owner}/{repository}/{branch or 'main'}/{name}"


def badge(name: str, url: str) -> str:
    """A link that opens a notebook in Colab; nothing where only GitHub could give one."""
    found = GITHUB.fullmatch(url)
    if not found:
        return ""
    owner, repository, branch = found.groups()
    target = f"{COLAB}/github/{owner}/{repository}/blob/{branch or 'main'}/{name}"
    return f"[![Open in Colab]({COLAB}/img/colab-badge.svg)]({target})"


def readme(notebooks: list[Path], url: str) -> str:
    """The README that students read first."""
    rows = [f"- [{title(path)}]({path.name}) {badge(path.name, url)}" for path in notebooks]
    in_colab = (
        "click a badge below, then *File → Save a copy in Drive*" if GITHUB.fullmatch(url) else
        "open *File → Upload notebook* at " + COLAB + " and pick one"
    )  # fmt: skip
    return f"""# Fundamentals of generative models

Open one notebook and run its first cell.

- In Colab there is nothing to install: {in_colab}.
- On your own computer you need Python 3.11 or later with Jupyter, NumPy, SciPy, scikit-learn,
  Matplotlib and ipywidgets, and PyTorch where a notebook asks for it.

{chr(10).join(row.strip() for row in rows)}

Fill in the TODOs. The cell after each one talks about your answer, and the last cell of a notebook
looks for answers that got lost. Then hand in the notebook file.
"""


def title(path: Path) -> str:
    """A notebook's first heading, after its number."""
    first = nbformat.read(path, as_version=4).cells[0].source.partition("\n")[0]
    return f"{path.name[:2]} · {first.lstrip('# ').strip()}"
