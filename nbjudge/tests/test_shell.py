"""What cannot be run where a notebook is graded costs nothing that stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from nbjudge.confine import levels
from nbjudge.confine.fork_server import ForkServers
from nbjudge.errors import ServerError
from nbjudge.guest.definitions import DEFINITIONS_ALONE
from nbjudge.judge.kernel import Outcome, StudentProcess

pytestmark = pytest.mark.slow

NEW = "confined, not forked"
PREPARED = """
import numpy as np

class GMM:
    pass

def add_to_class(cls):
    return lambda function: setattr(cls, function.__name__, function)

def demo():
    print("a demonstration")
"""


@pytest.fixture(scope="module", params=["confined", NEW, "limited", "none"])
def process(request, servers) -> Iterator[StudentProcess]:
    """A student process at every level, forked and started from nothing."""
    level = request.param.partition(",")[0]
    if levels.obstacle(level):
        pytest.skip(f"{level}: {levels.obstacle(level)}")
    with ForkServers(servers.stage) as own, pytest.MonkeyPatch.context() as patch:
        if request.param == NEW:
            patch.setattr(own, "borrow", refused)
        with StudentProcess(own, level, ["numpy"]) as process:
            said(process.execute(PREPARED, 20))
            yield process


def refused(_: object) -> None:
    raise ServerError("no fork server is wanted here")


def said(outcome: Outcome) -> str:
    """What a cell printed; it must have come to its end."""
    assert outcome.status == "ok", outcome
    return printed(outcome)


def printed(outcome: Outcome) -> str:
    return "".join(output.get("text", "") for output in outcome.outputs)


def failure(outcome: Outcome) -> str:
    """The only exception that a cell shows."""
    assert outcome.status == "error", outcome
    (error,) = (output for output in outcome.outputs if output.output_type == "error")
    return error.ename


def value(process: StudentProcess, expression: str) -> str:
    return said(process.execute(f"print({expression})", 20)).removesuffix("\n")


@pytest.mark.parametrize(
    "line",
    [
        "!pip install tqdm",
        "!ls | head",
        "!python server.py &",
        "!!ls",
        "%pip install -q tqdm",
        "%conda install x",
        "%mamba install x",
        "%uv pip install x",
        "%system ls",
        "%sx ls",
        "%gui qt",
        "%matplotlib widget",
        "%matplotlib notebook",
        "%matplotlib qt",
        "%tensorflow_version 2.x",
        "%load_ext google.colab.data_table",
        "%no_such_magic 3",
        "get_ipython().system('ls')",
        "get_ipython().system_raw('./tunnel http 6006 &')",
        "get_ipython().magic('no_such_magic')",
        "found = !pip list",
        "if True:\n    !pip install tqdm",
    ],
)
def test_a_line_that_is_not_run_is_said_and_the_cell_goes_on(line, process):
    lines = said(process.execute(f"{line}\ngone_on = {line!r}", 20)).splitlines()
    assert [text.partition(":")[0] for text in lines] == ["Not run here"]
    assert value(process, "gone_on") == line


@pytest.mark.parametrize(
    "line",
    [
        "%matplotlib inline",
        "%load_ext autoreload\n%autoreload 0",
        "%config InlineBackend.figure_format = 'retina'",
        "%env X=1",
        "%cd /content/drive/MyDrive",
        "%precision 3",
        "%store -r x",
        "%timeit -n1 -r1 -q 1",
        "%time 1",
    ],
)
def test_a_magic_that_is_here_works_as_ever(line, process):
    text = said(process.execute(f"{line}\nprint('gone on')", 20))
    assert "Not run here" not in text
    assert text.endswith("gone on\n")


def test_figures_are_still_drawn_in_the_notebook(process):
    cell = "%matplotlib qt\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"
    outcome = process.execute(cell, 60)
    drawn = [o for o in outcome.outputs if o.output_type != "stream"]  # fonts may be found first
    assert [output.output_type for output in drawn] == ["display_data"]


def test_the_output_of_a_command_can_be_had(process):
    text = process.execute("open('note.txt', 'w').close()\nnames = !ls\nprint(names)", 20)
    assert "note.txt" in said(text)


@pytest.mark.parametrize("magic", ["bash", "sh", "script bash", "cmd", "python3", "system"])
def test_a_cell_for_another_program_is_not_run(magic, process):
    assert said(process.execute(f"%%{magic}\nls", 20)) == f"Not run here: %%{magic}\n"


def test_of_a_cell_whose_magic_is_not_here_what_it_defines_is_bound(process):
    cell = "%%memit\ndef under_memit():\n    return 1\n\ndemo()"
    assert said(process.execute(cell, 20)) == "Not run here: %%memit\n"
    assert value(process, "under_memit()") == "1"
    assert said(process.execute("%%sql\nSELECT * FROM x", 20)) == "Not run here: %%sql\n"


@pytest.mark.parametrize(
    "cell",
    [
        "%time 1 / 0",
        "%timeit -n1 -r1 1 / 0",
        "%%time\n1 / 0",
        "%%timeit -n1 -r1\n1 / 0",
        "%%capture\n1 / 0",
        "%%writefile failing.py\n1 / 0\n#----\n%run failing.py",
    ],
)
def test_a_magic_that_runs_code_shows_what_it_raises(cell, process):
    *before, last = cell.split("\n#----\n")
    for source in before:
        said(process.execute(source, 20))
    assert failure(process.execute(last, 20)) == "ZeroDivisionError"


@pytest.mark.parametrize("around", ["", "%%time\n", "%%capture\n", "%%prun\n"])
def test_a_cell_that_fails_binds_what_it_defines_further_down(around, process):
    cell = f"""{around}print("first")
1 / 0
demo()
def further(x=2):
    return x + OFFSET
OFFSET = 3
@add_to_class(GMM)
def decorated(self): return 4
GMM.assigned = further
setattr(GMM, "given", lambda self: 5)
import fractions
with open("no such file") as file:
    def in_a_with(): return 6
for never in range(3): demo()
never = demo()
@no_such_decorator
def never(): pass
class Below(GMM):
    pass
demo()
"""
    said(process.execute("for name in ('never', 'further'): globals().pop(name, None)", 20))
    outcome = process.execute(cell, 20)
    assert failure(outcome) == "ZeroDivisionError"
    assert printed(outcome) == ("" if around == "%%capture\n" else "first\n")
    assert value(process, "further(), GMM().decorated(), Below().given()") == "5 4 5"
    assert (
        value(process, "in_a_with(), fractions.__name__, 'never' in dir()") == "6 fractions False"
    )


def test_a_traceback_in_what_was_bound_shows_its_line(process):
    process.execute("1 / 0\ndef shown():\n    raise ValueError('here')", 20)
    outcome = process.execute("shown()", 20)
    shown = re.sub(r"\x1b\[[\d;]*m", "", "".join(outcome.outputs[-1].traceback))
    assert "raise ValueError('here')" in shown


@pytest.mark.parametrize(
    "end",
    [
        "raise SystemExit",
        "raise KeyboardInterrupt",
        "import asyncio\nawait asyncio.sleep(0)\n1 / 0",
        "return 5",
        "%run no_such_file.py",
        "from numpy import no_such_name",
        "if True:\n    demo()\n    1 / 0\n    def in_the_same_block(): pass",
    ],
)
def test_however_a_cell_ends_the_rest_is_bound(end, process):
    cell = f"{end}\ndef below():\n    return {end!r}\ndemo()"
    failure(process.execute(cell, 20))
    assert value(process, "below()") == end
    assert value(process, "'in_the_same_block' in dir()") == str("same_block" in end)


def test_what_stands_after_an_endless_demonstration_is_bound(process):
    cell = "import time\nwhile True: time.sleep(0.01)\ndef after_the_end():\n    return 1\ndemo()"
    outcome = process.execute(cell, 1)
    assert (outcome.status, printed(outcome)) == ("timeout", "")
    assert process.responds()
    assert value(process, "after_the_end()") == "1"


def test_a_package_that_is_not_here_is_stood_in_for(process):
    cell = """
import no_such_package.part as p, json
from no_such_package import thing
from google.colab import drive
drive.mount('/content/drive')
def helper(x: p.Array['n d'], y=p.options.a):
    return x + 1
print('not printed')
"""
    outcome = process.execute(cell, 20)
    assert failure(outcome) == "ModuleNotFoundError"
    lines = printed(outcome).splitlines()
    assert len(lines) == 3
    assert lines[0] == lines[1] == "no_such_package is not installed where this is graded."
    assert value(process, "helper(2), json.__name__") == "3 json"
    error = process.execute("thing(3)", 20).outputs[-1]
    assert error.ename == "ModuleNotFoundError"
    assert error.evalue == lines[0]


def test_a_function_loses_annotations_that_name_what_is_not_here(process):
    said(process.execute("import no_such_package as n", 20))
    cell = "def annotated(x: n.Float['n d']) -> n.Array | None:\n    return x\ndemo()"
    assert failure(process.execute(cell, 20)) == "ModuleNotFoundError"
    assert value(process, "annotated(4)") == "4"


def test_a_cell_of_imports_alone_does_not_fail(process):
    cell = "%%time\nimport no_such_package\nfrom no_such_package import *\nprint('done')"
    assert said(process.execute(cell, 20)).splitlines()[-1] == "done"


def test_who_guards_an_import_sees_that_it_fails(process):
    cell = """
try:
    import no_such_package as xp
except ImportError:
    import numpy as xp
import importlib.util
def inside():
    import no_such_package
try:
    inside()
except ModuleNotFoundError as error:
    print(error)
print(xp.__name__, importlib.util.find_spec('no_such_package'))
"""
    assert said(process.execute(cell, 20)) == "No module named 'no_such_package'\nnumpy None\n"


@pytest.mark.parametrize(
    "statement",
    ["import optics.no_such_part", "from optics.checks import no_such_name", "import json.nothing"],
)
def test_what_is_missing_in_a_package_that_is_here_is_a_mistake(statement, process):
    outcome = process.execute(f"{statement}\ndef below_it():\n    return 1", 20)
    assert failure(outcome) in ("ImportError", "ModuleNotFoundError")
    assert value(process, "below_it(), 'no_such_name' in dir()") == "1 False"


@pytest.mark.parametrize("place", ["{}.py", "parts/{}.py", "/no_such_root/{}.py"])
def test_a_module_that_a_cell_wrote_can_be_imported(place, process):
    name = f"written_{len(place)}"
    path = place.format(name)
    process.execute(f"try: import {name}\nexcept ImportError: pass", 20)  # Python has looked
    process.execute(f"%%writefile {path}\ndef f():\n    return 1", 20)
    process.execute(f"%%file -a {path}\ndef g():\n    return 2", 20)
    folder = "parts." if path.startswith("parts") else ""
    said(process.execute(f"from {folder}{name} import f, g", 20))
    assert value(process, "f() + g()") == "3"


def test_a_replayed_definition_says_nothing_and_an_unknown_magic_does(process):
    cell = "def f():\n    return 3\nwhile True: pass"
    assert said(process.execute(f"%%{DEFINITIONS_ALONE}\n{cell}", 20)) == ""
    assert value(process, "f()") == "3"
    assert "Not run here: %%chart" in said(process.execute("%%chart wide\nx = 1", 20))


def test_files_of_the_notebook_replace_no_package(process):
    for name in ("numpy", "optics", "fractions"):
        said(process.execute(f"%%writefile {name}.py\nraise SystemExit", 20))
    code = "import importlib, numpy, optics, fractions\nimportlib.reload(fractions)"
    assert said(process.execute(code, 20)) == ""


def test_notebooks_can_tell_where_they_are(process):
    assert value(process, "type(get_ipython()).__name__") == "ZMQInteractiveShell"
