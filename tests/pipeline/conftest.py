"""What the tests of the pipeline share."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.grader import Grader


@pytest.fixture(scope="module")
def temporary() -> Iterator[Path]:
    """A folder for temporary files with a name that is short enough for sockets."""
    folder = Path(tempfile.mkdtemp(prefix="runs-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def grader(temporary: Path) -> Iterator[Grader]:
    """Runs ``course`` commands in processes of their own."""
    started = Grader(temporary)
    yield started
    started.close()
