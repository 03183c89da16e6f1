"""The grader alone on other Pythons, without the course and what only the course needs.

`make versions` builds an environment for every Python it finds; one that is not built is skipped.
"""

import subprocess

import pytest

from tests.kit.classes import minutes
from tests.kit.course import ROOT

pytestmark = pytest.mark.slow

PYTHONS = ("3.11", "3.12", "3.13")
QUICK = ("-m", "not slow", "nbjudge/tests")
ALONE = ("nbjudge/tests/test_alone.py",)  # installs the wheel with the Python that runs it


@pytest.mark.parametrize(
    "tests", [pytest.param(QUICK, id="quick"), pytest.param(ALONE, id="alone", marks=minutes)]
)
@pytest.mark.parametrize("version", PYTHONS)
def test_the_graders_own_tests_pass(version, tests):
    environment = ROOT / ".versions" / f"python{version}"
    if not (environment / "built").exists():
        pytest.skip(f"Python {version} is not built here: make versions PYTHONS={version}")
    python = environment / "bin" / "python"
    assert said(python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])") == version
    found = "from importlib.util import find_spec as f; print(f('torch'), f('sklearn'))"
    assert said(python, "-c", found) == "None None"
    passed = said(python, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", *tests)
    assert " passed" in passed


def said(*command):
    """What a command says when it succeeds."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()
