"""What a student process may see of ours: the student layer, ``nbjudge.guest``, nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import nbjudge
from nbjudge.confine.temporary import remove
from nbjudge.course.student_layer import StudentLayer

OURS = Path(nbjudge.__file__).parent
HIDDEN = "hidden"  # a file with the names of packages whose installed copies are out of reach


@dataclass(frozen=True)
class Stage:
    """A folder that student processes start from, and the packages that are covered up there.

    Plain data: judges' processes use the stage of whoever started them.
    """

    folder: Path
    covered: tuple[Path, ...]

    @property
    def boot(self) -> Path:
        """The program that a student process begins with."""
        return self.folder / "boot.py"

    @property
    def layer(self) -> Path:
        """The folder from which students import their layer."""
        return self.folder / "layer"


@contextmanager
def staged(layer: StudentLayer | None = None, fonts: bool = True) -> Iterator[Stage]:
    """A stage with a course's student layer; removed afterwards.

    Without ``fonts`` no figure should be drawn there: their list takes seconds to make.
    """
    folder = Path(mkdtemp(prefix="course-"))
    try:
        ours = folder / "nbjudge"
        shutil.copytree(
            OURS / "guest", ours / "guest", ignore=shutil.ignore_patterns("__pycache__")
        )
        (ours / "__init__.py").touch()
        shutil.copy(OURS / "guest" / "boot.py", folder)
        (folder / "layer").mkdir()
        packages = ["nbjudge"]
        covered = [OURS]
        if layer is not None:
            layer.copy_to(folder / "layer")
            packages.append(layer.package)
            covered.append(layer.folder)
        (folder / HIDDEN).write_text("\n".join(packages))
        if fonts:
            warm_fonts(folder / "matplotlib")
        folder.chmod(0o755)  # nothing in it is secret, and another user may run it
        yield Stage(folder, tuple(covered))
    finally:
        remove(folder)


def warm_fonts(folder: Path) -> None:
    """Have matplotlib's list of fonts ready, which would cost every student process seconds."""
    command = [sys.executable, "-I", "-c", "import matplotlib.font_manager"]
    environment = {"MPLCONFIGDIR": str(folder), "PATH": os.defpath}
    subprocess.run(command, env=environment, check=False, capture_output=True)
