"""What the tests of the course share."""

import pytest

from nbjudge.confine.threads import single_threaded

single_threaded()  # before a test imports numpy, as in graded kernels
LONGEST = ("test_quality", "test_nbgrader", "test_nothing_lost")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files go first, so that none is left over to one worker at the end."""
    items.sort(key=lambda item: item.path.stem not in LONGEST)


@pytest.fixture(scope="session")
def postgresql():
    """A PostgreSQL server."""
    from tests.kit import server

    if server.PG_CTL is None:
        pytest.skip(
            "PostgreSQL is not installed (apt install postgresql): no gradebook on a "
            "server is tested"
        )
    started = server.Server()
    yield started
    started.close()


@pytest.fixture
def url(postgresql) -> str:
    """The URL of an empty database."""
    return postgresql.empty()
