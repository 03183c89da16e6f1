"""The folder that students get: notebooks that find their helpers, the student wheel, a README.

Only the student layer of the course's package goes into the wheel. A wheel to download lies in a
folder named by its hash and stays there for good: the hash is in every notebook published with it,
and in the copies that students have made.
"""

from __future__ import annotations

import base64
import hashlib
import importlib
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import nbformat
from hatchling.builders.wheel import WheelBuilder
from nbformat import NotebookNode

from nbjudge.course.course import Course
from nbjudge.course.sections import Section
from nbjudge.errors import PublishError

SETUP = "setup"  # id of the cell that finds the helpers
DOWNLOADS = "wheels"
MARK = re.compile(r"(?m)^WHEEL = \{\}.*$")
GITHUB = re.compile(r"https://github\.com/([\w.-]+)/([\w.-]+?)(?:\.git)?/?(?:tree/([\w./-]+?)/?)?")
COLAB = "https://colab.research.google.com"
LINE = 96


def publish(folder: Path, course: Course, sections: Iterable[Section], url: str = "") -> Path:
    """Write all that students get to a folder. Returns the wheel's path.

    ``url`` is where the folder will be public: a GitHub repository, or the folder's own address.
    Without it every notebook carries the wheel inside. Other sections' notebooks that lie in the
    folder stay as they are. Raises ``PublishError``.
    """
    notebooks = {section.source.name: released(section) for section in sections}
    make_room(folder, course)
    wheel = build_wheel(folder, course)
    source = ""
    if url:
        wheel = keep(wheel)
        source = download_url(url, wheel.relative_to(folder).as_posix())
    for name, notebook in notebooks.items():
        set_wheel(notebook, wheel, source)
        nbformat.write(notebook, folder / name)
    if (course.root / "LICENSE").is_file():
        shutil.copy(course.root / "LICENSE", folder)
    for path in folder.glob("*.ipynb"):
        if path.name not in notebooks:
            notebooks[path.name] = nbformat.read(path, as_version=4)
    (folder / "README.md").write_text(readme(course, notebooks, url), encoding="utf-8")
    return wheel


def released(section: Section) -> NotebookNode:
    """The notebook that ``course release`` made. Raises ``PublishError`` if there is none."""
    path = section.course.release / section.name / section.file
    if not path.exists():
        raise PublishError(f"{section.name} is not released yet. Run: course release")
    notebook: NotebookNode = nbformat.read(path, as_version=4)
    return notebook


def make_room(folder: Path, course: Course) -> None:
    """Make the folder, or take the wheel beside the notebooks out of one published before."""
    folder.mkdir(parents=True, exist_ok=True)
    beside = list(folder.glob(f"{course.name.replace('-', '_')}-*.whl"))
    ours = beside or any((folder / name).exists() for name in (DOWNLOADS, ".git"))
    if any(folder.iterdir()) and not ours:
        raise PublishError(f"{folder} holds something else. Name an empty folder or a repository.")
    for path in beside:
        path.unlink()


def keep(wheel: Path) -> Path:
    """Move a wheel to where no later one takes its place. Returns the path there."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()[:12]
    folder = wheel.parent / DOWNLOADS / digest
    folder.mkdir(parents=True, exist_ok=True)
    return wheel.replace(folder / wheel.name)


def build_wheel(folder: Path, course: Course) -> Path:
    """The student layer as a pure-Python wheel, the same bytes every time."""
    with tempfile.TemporaryDirectory() as scratch:
        course.layer.copy_to(Path(scratch))
        version = getattr(importlib.import_module(course.package), "__version__", "0")
        (Path(scratch) / "pyproject.toml").write_text(
            f'[project]\nname = "{course.name}"\nversion = "{version}"\n'
            'description = "What the notebooks of a course import"\n'
            'requires-python = ">=3.11"\n'
            f'[tool.hatch.build.targets.wheel]\npackages = ["{course.package}"]\n'
        )
        builder = WheelBuilder(scratch)
        (built,) = builder.build(directory=str(folder), versions=["standard"])
    return Path(built)


def set_wheel(notebook: NotebookNode, wheel: Path, url: str) -> None:
    """Fill in the setup cell of a released notebook, and fold it. ``url`` is the wheel's own.

    A notebook without one imports nothing of the course.
    """
    cell = next((c for c in notebook.cells if c.id == SETUP), None)
    if cell is None:
        return
    content = wheel.read_bytes()
    known = {"name": wheel.name, "sha256": hashlib.sha256(content).hexdigest()}
    lines = [f"    {key}={value!r}," for key, value in known.items()]
    if url:
        lines.append(f"    url={url!r},")
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


def on_github(url: str) -> tuple[str, str] | None:
    """OWNER/REPOSITORY and branch of an address on GitHub; None for any other address."""
    found = GITHUB.fullmatch(url)
    return (f"{found[1]}/{found[2]}", found[3] or "main") if found else None


def download_url(url: str, name: str) -> str:
    """Where a file of the published folder can be fetched from."""
    place = on_github(url)
    if place is None:
        return f"{url.rstrip('/')}/{name}"
    repository, branch = place
    return f"https://raw.githubusercontent.com/{repository}/{branch}/{name}"


def badge(name: str, url: str) -> str:
    """A link that opens a notebook in Colab; nothing where only GitHub could give one."""
    place = on_github(url)
    if place is None:
        return ""
    repository, branch = place
    target = f"{COLAB}/github/{repository}/blob/{branch}/{name}"
    return f"[![Open in Colab]({COLAB}/img/colab-badge.svg)]({target})"


def readme(course: Course, notebooks: dict[str, NotebookNode], url: str) -> str:
    """The README that students read first, with the folder's notebooks by file name."""
    rows = [
        f"- [{title(name, notebook)}]({name}) {badge(name, url)}"
        for name, notebook in sorted(notebooks.items())
    ]
    in_colab = (
        "click a badge below, then *File → Save a copy in Drive*"
        if on_github(url)
        else "open *File → Upload notebook* at " + COLAB + " and pick one"
    )
    packages = ", ".join(course.environment)
    return f"""# {course.title}

Open one notebook and run its first cell.

- In Colab there is nothing to install: {in_colab}.
- On your own computer you need Python 3.11 or later with Jupyter and {packages}.

{chr(10).join(row.strip() for row in rows)}

Fill in the TODOs. The cell after each one talks about your answer, and the last cell of a notebook
looks for answers that got lost. Then hand in the notebook file.
"""


def title(name: str, notebook: NotebookNode) -> str:
    """A notebook's first heading, after its number."""
    first = notebook.cells[0].source.partition("\n")[0]
    return f"{name[:2]} · {first.lstrip('# ').strip()}"
