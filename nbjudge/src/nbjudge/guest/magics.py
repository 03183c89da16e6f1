"""Magics as they are where a notebook is graded: programs are not run, files are written here.

Below a line that would have installed something, or asked for what only another platform has, a
cell goes on. One printed line says what was not run.
"""

from __future__ import annotations

import importlib
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

from IPython.core import inputtransformer2

LINES = ("conda", "gui", "mamba", "micromamba", "pip", "sx", "system", "uv")
CELLS = (
    *("bash", "cmd", "perl", "pypy", "python", "python2", "python3", "ruby", "script", "sh"),
    *("sx", "system", "!"),
)
RUN_CODE = ("prun", "run", "time", "timeit")  # what these raise is the student's own
INSTALLS = re.compile(r"\b(pip3?|conda|mamba|uv|apt|apt-get)\b")  # tries for long, without network
IN_PLACE = re.compile(r"%%(time|prun|debug)\b")  # of magics that run their cell as it stands


def say(command: str) -> None:
    """Print that a command was not run."""
    print(f"Not run here: {command.strip()}".partition("\n")[0])


def in_place(lines: list[str]) -> list[str]:
    """A cell without the timer around it, so that it runs, and fails, like any other."""
    if lines and IN_PLACE.match(lines[0]):
        return [f"# {lines[0]}", *lines[1:]]
    return lines


def install(shell: Any) -> None:
    """Have these magics in an IPython shell, and ``!!`` as the magic that it is short for."""
    inputtransformer2.tr["!!"] = "get_ipython().run_line_magic('sx', {!r})".format
    shell.input_transformers_cleanup.append(in_place)
    for name in LINES:
        shell.register_magic_function(_unrun(f"%{name}"), "line", name)
    for name in CELLS:
        shell.register_magic_function(_unrun(f"%%{name}"), "cell", name)
    for name in ("writefile", "file"):
        shell.register_magic_function(write_file, "cell", name)
    inline = shell.find_line_magic("matplotlib")
    shell.register_magic_function(_without_windows(inline), "line", "matplotlib")


def write_file(line: str, cell: str) -> None:
    """Write a cell to a file, and make the folder that it is to be in.

    A file for a folder of another platform, such as ``/content/mine.py``, is written here instead.
    """
    *options, name = shlex.split(line)
    path = Path(name).expanduser()
    mode = "a" if {"-a", "--append"} & set(options) else "w"
    try:
        if not path.is_absolute():
            path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open(mode, encoding="utf-8")
    except OSError:
        path = Path(path.name)
        file = path.open(mode, encoding="utf-8")
    with file:
        file.write(cell)
    importlib.invalidate_caches()  # an import may have looked here a moment ago
    print(f"Writing {path}")


def _unrun(magic: str) -> Callable[..., None]:
    return lambda line, cell="": say(f"{magic} {line}")


def _without_windows(matplotlib: Callable[[str], Any]) -> Callable[[str], Any]:
    """``%matplotlib``, which goes on to draw in the notebook when asked for windows."""

    def draw(line: str) -> Any:
        if line.split()[:1] in ([], ["inline"], ["-l"], ["--list"]):
            return matplotlib(line)
        return say(f"%matplotlib {line}")

    return draw
