"""torch, where it is installed: the grader does without, and so do its tests."""

from __future__ import annotations

import pytest

try:
    import torch
except ImportError:
    torch = None  # type: ignore[assignment]

needs_torch = pytest.mark.skipif(torch is None, reason="torch is not installed")


def tensor_param(make, *more):
    """A parameter that ``make`` builds with torch, and more beside it."""
    return pytest.param(torch and make(), *more, marks=needs_torch)
