"""What packages that students import cost: on disk, and in time and memory when they are imported.

``python -m benchmarks.packages [NAME…]``; by default those of the course's extra ``students``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())["project"]
MODULES = {  # where it is not the package's own name, or not all that is imported
    "opencv-python-headless": "cv2",
    "plotly": "plotly.express",
    "scikit-image": "skimage.filters, skimage.io",
    "statsmodels": "statsmodels.api",
    "tensorflow-cpu": "tensorflow",
    "tqdm": "tqdm.auto",
}
IMPORT = """
import matplotlib.pyplot, numpy, scipy.stats, time
from psutil import Process
memory, began = Process().memory_info().rss, time.process_time()
import {}
print(time.process_time() - began, (Process().memory_info().rss - memory) / 2**20)
"""


def with_requirements(name: str, found: set[str]) -> set[str]:
    """Add a package and all that it requires, as far as that is installed."""
    try:
        required = distribution(name).requires or []
    except PackageNotFoundError:
        return found
    found.add(name)
    for requirement in map(Requirement, required):
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and requirement.name not in found:
            with_requirements(requirement.name, found)
    return found


def megabytes(names: set[str]) -> float:
    """What these packages take on disk."""
    files = [file for name in names for file in distribution(name).files or []]
    paths = [Path(str(file.locate())) for file in files]
    return sum(path.stat().st_size for path in paths if path.is_file()) / 2**20


def cost_of_import(name: str) -> tuple[float, float]:
    """Seconds of processor time, and megabytes of memory, beside numpy, scipy and matplotlib."""
    code = IMPORT.format(MODULES.get(name, name.replace("-", "_")))
    runs = []
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PATH": os.defpath},
            capture_output=True,
            text=True,
            check=True,
        )
        seconds, memory = map(float, done.stdout.split())
        runs.append((seconds, memory))
    return min(runs)


def main(names: list[str]) -> None:
    """Print a table."""
    there = set[str]()
    for requirement in PROJECT["dependencies"]:
        with_requirements(Requirement(requirement).name, there)
    print("| package | MB on disk | s to import | MB of memory |\n|:---|---:|---:|---:|")
    for name in names:
        disk = megabytes(with_requirements(name, set(there)) - there)
        seconds, memory = cost_of_import(name)
        print(f"| {name} | {disk:.0f} | {seconds:.2f} | {memory:.0f} |", flush=True)


if __name__ == "__main__":
    extra = PROJECT["optional-dependencies"]["students"]
    main(sys.argv[1:] or [Requirement(requirement).name for requirement in extra])
