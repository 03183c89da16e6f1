"""What ``import nbjudge`` offers, and that it costs nothing before it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import nbjudge


def test_every_public_name_is_there_and_documented() -> None:
    for name in nbjudge.__all__:
        assert getattr(nbjudge, name).__doc__, name
    assert set(nbjudge.__all__) <= set(dir(nbjudge))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'grade_everything'"):
        _ = nbjudge.grade_everything


def test_importing_it_imports_nothing_else_of_it() -> None:
    look = "import nbjudge, sys; print(*sorted(m for m in sys.modules if m[:7] == 'nbjudge'))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["nbjudge"]
