"""What the grader's own tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module")
def servers() -> Iterator[object]:
    """Fork servers of a module's own, on a stage with the tiny course's student layer."""
    from nbjudge.confine.fork_server import ForkServers
    from nbjudge.confine.stage import staged
    from tests.kit.optics import COURSE

    with staged(COURSE.layer) as stage, ForkServers(stage) as servers:
        yield servers
