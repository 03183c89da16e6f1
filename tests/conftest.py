"""Threads are set before numpy is imported anywhere, as they are in graded kernels."""

import sys
from pathlib import Path

import helpers.grading  # noqa: F401  sets them

sys.path.insert(0, str(Path(__file__).parent))
