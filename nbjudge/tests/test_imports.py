"""Importing any module changes nothing in its process, and brings along no more than it needs."""

import json
import subprocess
import sys

import pytest

from tests.kit.authoring import REPOSITORY

# every module, found by walking; other people's, which may do as they please, are imported before
WALK = """
import importlib, json, pkgutil, sys
import nbjudge

def run_as_scripts(name):
    return name.endswith(".__main__")

names = [m.name for m in pkgutil.walk_packages(nbjudge.__path__, "nbjudge.")]
names = [name for name in names if not run_as_scripts(name)]
"""
FIND = (
    WALK
    + """
for name in names:
    importlib.import_module(name)
others = [m for m in sys.modules if m.partition(".")[0] not in ("nbjudge", "__main__")]
print(json.dumps([names, others]))
"""
)
WATCH = (
    WALK
    + """
import atexit, locale, logging, multiprocessing, os, random, signal, tempfile, threading, warnings
import numpy

def state():
    return {
        "environment": dict(os.environ),
        "path": list(sys.path),
        "warnings": [str(f) for f in warnings.filters],
        "finders": [repr(f) for f in (*sys.meta_path, *sys.path_hooks)],
        "logging": [repr(logging.root.handlers), logging.root.level, logging.root.disabled],
        "nothing imported": sorted(m for m, found in sys.modules.items() if found is None),
        "replaced": {m: id(found) for m, found in sys.modules.items()},
        "threads": sorted(t.name for t in threading.enumerate()),
        "numbers": [repr(numpy.get_printoptions()), repr(numpy.geterr())],
        "signals": [repr(signal.getsignal(s)) for s in signal.valid_signals()],
        "hooks": [repr(h) for h in (sys.excepthook, sys.displayhook, sys.stdout, sys.stderr)],
        "exits": atexit._ncallbacks(),
        "folder": [os.getcwd(), tempfile.tempdir],
        "recursion": sys.getrecursionlimit(),
        "locale": locale.setlocale(locale.LC_ALL),
        "random": [repr(random.getstate()), repr(numpy.random.get_state())],
        "start method": multiprocessing.get_start_method(allow_none=True),
    }

for name in json.load(sys.stdin):
    try:
        importlib.import_module(name)
    except ImportError:
        continue
changed = []
for name in names:
    before = state()
    importlib.import_module(name)
    after = state()
    kept = {m: after["replaced"].get(m) for m in before["replaced"]}
    after["replaced"] = kept
    changed += [[name, key] for key in before if before[key] != after[key]]
print(json.dumps(changed))
"""
)


def said(code, given=""):
    """What a new Python says, of JSON, when it runs this code."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=given,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
def test_importing_any_module_changes_nothing_in_its_process():
    names, others = said(FIND)
    assert len(names) > 80
    assert said(WATCH, json.dumps(others)) == []


HEAVY = ("zmq", "nbclient", "jupyter_client", "nbgrader", "torch", "sklearn", "ipykernel")
NEVER = {
    "nbjudge.intake.reading": (*HEAVY, "sqlalchemy", "multiprocessing.pool", "subprocess"),
    "nbjudge.intake.assemble": (*HEAVY, "sqlalchemy", "psutil"),
    "nbjudge.judge.weigh": (*HEAVY, "nbformat", "sqlalchemy", "IPython"),
    "nbjudge.exercise.exercise": (*HEAVY, "nbformat", "psutil", "scipy"),
    "nbjudge.guest.agent": (*HEAVY, "nbformat", "psutil", "scipy", "nbjudge.errors"),
    "nbjudge.errors": (*HEAVY, "numpy", "nbformat"),
    "nbjudge.cli.app": (*HEAVY, "numpy", "nbformat", "sqlalchemy", "matplotlib"),
    "nbjudge": (*HEAVY, "numpy", "nbformat", "typer", "nbjudge.errors"),
}


@pytest.mark.parametrize("module", NEVER)
def test_a_module_brings_along_no_more_than_it_needs(module):
    loaded = said(f"import json, sys\nimport {module}\nprint(json.dumps(sorted(sys.modules)))")
    assert module in loaded
    assert [name for name in NEVER[module] if name in loaded] == []


def test_help_is_there_without_numpy():
    code = (
        "import contextlib, io, json, sys\nsys.argv = ['course', '--help']\n"
        "from nbjudge.cli.app import main\nhelp = io.StringIO()\n"
        "with contextlib.redirect_stdout(help), contextlib.suppress(SystemExit):\n    main()\n"
        "print(json.dumps([help.getvalue(), sorted(sys.modules)]))"
    )
    words, loaded = said(code)
    assert "autograde" in words
    assert [name for name in (*HEAVY, "numpy", "nbformat", "pandas") if name in loaded] == []
