"""Threads are set before numpy is imported anywhere, as they are in graded kernels."""

import sys
from pathlib import Path

import pytest

import helpers.grading  # noqa: F401  sets them

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def postgresql():
    """A PostgreSQL server."""
    from pipeline import server

    if server.PG_CTL is None:
        pytest.skip("PostgreSQL is not installed (apt install postgresql): no gradebook on a "
                    "server is tested")  # fmt: skip
    started = server.Server()
    yield started
    started.close()


@pytest.fixture
def url(postgresql) -> str:
    """The URL of an empty database."""
    return postgresql.empty()
