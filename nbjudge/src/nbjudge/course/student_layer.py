"""What students get of a course's package: an allow-list, for wheel and sandbox alike."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from nbjudge.errors import CourseError


@dataclass(frozen=True)
class StudentLayer:
    """The files and folders of a package that may be shipped; whatever is not named stays here."""

    package: str
    entries: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where the package lies. Raises ``CourseError`` if it cannot be imported."""
        return package_folder(self.package)

    def files(self) -> Iterator[Path]:
        """The layer's files. Raises ``CourseError`` for an entry that is not in the package."""
        for entry in self.entries:
            path = self.folder / entry
            if ".." in path.parts or not path.is_relative_to(self.folder):
                raise CourseError(
                    f"course.toml, students.layer: {entry} leads out of {self.folder}. Name files "
                    "and folders in it."
                )
            if not path.exists():
                raise CourseError(
                    f"course.toml, students.layer: {self.folder} has no {entry}. Correct the name, "
                    "or take it out of the list."
                )
            found = sorted(path.rglob("*")) if path.is_dir() else [path]
            yield from (p for p in found if p.is_file() and "__pycache__" not in p.parts)

    def copy_to(self, folder: Path) -> None:
        """Copy the layer to ``folder/<package>``."""
        for path in self.files():
            target = folder / self.package / path.relative_to(self.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)

    def source_of(self, module: str) -> list[str]:
        """The source of a module of the layer's package; nothing for any other name."""
        place = self.folder.parent.joinpath(*module.split("."))
        files = (place.with_suffix(".py"), place / "__init__.py")
        return [
            f.read_text(encoding="utf-8")
            for f in files
            if f.is_relative_to(self.folder) and f.is_file()
        ]


def package_folder(package: str) -> Path:
    """Where a package lies. Raises ``CourseError`` if it cannot be imported."""
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise CourseError(
            f"The package {package!r} of course.toml cannot be imported. It should lie beside "
            "course.toml or be installed; or correct course.package."
        )
    return Path(next(iter(spec.submodule_search_locations)))
