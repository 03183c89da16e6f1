"""Starts the kernel of one student process: ``python -I boot.py -f connection.json``.

Runs from a staged folder that holds this file, the agent, the wire format and the student layer of
``helpers``. Whatever path led to the instructor's copy of the package is taken away first, so
``helpers.reference`` cannot be imported here even from an editable install.
"""

from __future__ import annotations

import sys
from pathlib import Path

STAGE = Path(__file__).resolve().parent


def leave_only_python() -> None:
    """Keep installed packages and the student layer on the path, and nothing editable."""
    homes = (sys.prefix, sys.base_prefix)
    installed = [entry for entry in sys.path if entry.startswith(homes)]
    sys.path[:] = [str(STAGE / "layer"), *installed]
    sys.meta_path[:] = [f for f in sys.meta_path if "editable" not in type(f).__module__.lower()]


def start() -> None:
    """Run an IPython kernel whose agent answers the judge."""
    from ipykernel.kernelapp import IPKernelApp

    sys.path.insert(0, str(STAGE))
    from course_agent import agent

    sys.path.remove(str(STAGE))
    app = IPKernelApp.instance()
    app.initialize(sys.argv[1:])
    agent.register()
    app.start()


if __name__ == "__main__":
    leave_only_python()
    start()
