"""Brings downloaded submissions into ``submitted/``. The download itself is never touched."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path, PurePosixPath

from nbjudge.classroom.files import part
from nbjudge.classroom.folder import Folder
from nbjudge.course.sections import Section, master
from nbjudge.errors import CollectError
from nbjudge.intake.assemble import answers_in, clean
from nbjudge.intake.reading import CHECK, SIZE_LIMIT, read_submission
from nbjudge.notebook.text import legible

COPY = re.compile(r"(?i)^(copy of |kopie von )|( ?\(\d+\)| - copy|[-_ ]copy ?\d*|\.ipynb)$")
CLUTTER = (".ipynb_checkpoints", "__MACOSX", ".DS_Store", "Thumbs.db")


@dataclass(frozen=True)
class Piece:
    """One file of a download: who its student says to be, its name there, where its bytes lie."""

    owner: str
    name: str
    path: Path


def collect(download: Path, folder: Folder, section: Section) -> tuple[list[str], list[str]]:
    """Copy the best file of every student to ``submitted``; the students, and remarks."""
    with tempfile.TemporaryDirectory() as scratch:
        pieces = list(find_pieces(download, Path(scratch), section))
        if not pieces:
            raise CollectError(f"{download} holds no files. Give a folder or a zip of notebooks.")
        ids, remarks = students_of(pieces)
        origins = {}
        for owner, student in sorted(ids.items(), key=lambda pair: pair[1]):
            own = [piece for piece in pieces if piece.owner == owner]
            best = max(own, key=lambda piece: rank(piece, section))
            others = ", ".join(piece.name for piece in own if piece is not best)
            if others:
                remarks.append(f"{student}: took {best.name}, not {others}.")
            target = folder.path / "submitted" / student / section.name / section.source.name
            target.parent.mkdir(parents=True, exist_ok=True)
            copy = part(target.parent.parent)
            shutil.copyfile(best.path, copy)
            copy.replace(target)
            origins[student] = best.name
    folder.save_origins(section.name, origins)
    return sorted(origins), [legible(remark, len(remark)) for remark in remarks]


def students_of(pieces: list[Piece]) -> tuple[dict[str, str], list[str]]:
    """A student id for everyone in the download, and remarks on those who would have shared one."""
    ids: dict[str, str] = {}
    remarks = []
    # whoever has the id as a name comes first: nobody else can take it
    for owner in sorted({p.owner for p in pieces}, key=lambda o: (identifier(o) != o, o)):
        known = identifier(owner)
        free = (name for n in count(2) if (name := f"{known}-{n}") not in ids.values())
        ids[owner] = next(free) if known in ids.values() else known
        if ids[owner] != known:
            remarks.append(
                f"{CHECK}the files of {owner!r} are kept as {ids[owner]}, apart from "
                f"those of another student who is called {known}."
            )
    return ids, remarks


def find_pieces(download: Path, scratch: Path, section: Section) -> Iterator[Piece]:
    """The files of a folder or a zip, with the student that each belongs to."""
    if download.is_dir():
        files = sorted(p for p in download.rglob("*") if p.is_file() and not p.is_symlink())
        named = [(PurePosixPath(p.relative_to(download).as_posix()), p) for p in files]
    elif zipfile.is_zipfile(download):
        try:
            named = list(unzip(download, scratch))
        except (zipfile.BadZipFile, RuntimeError, ValueError, OSError) as error:
            raise CollectError(
                f"{download} cannot be unpacked: {error}. Download it again."
            ) from error
    else:
        raise CollectError(f"{download} is neither a folder nor a zip. Give one of the two.")
    kept = [
        (name, path)
        for name, path in named
        if not any(part in CLUTTER or part.startswith("._") for part in name.parts)
    ]
    tops = {name.parts[0] for name, _ in kept}
    around = {
        download.stem,
        "submissions",
        section.name,
    }  # a folder around them all is no student's
    outer = 1 if len(tops) == 1 and tops <= around else 0
    for name, path in kept:
        yield Piece(student_of(PurePosixPath(*name.parts[outer:]), section), name.name, path)


def unzip(archive: Path, scratch: Path) -> Iterator[tuple[PurePosixPath, Path]]:
    """Files of a zip under names of our own, so that no path in it can lead anywhere."""
    with zipfile.ZipFile(archive) as zipped:
        for number, info in enumerate(i for i in zipped.infolist() if not i.is_dir()):
            path = scratch / str(number)
            with zipped.open(info) as source, path.open("wb") as target:
                target.write(source.read(SIZE_LIMIT + 1))
            with contextlib.suppress(ValueError):  # some archives know no month
                handed_in = datetime(*info.date_time).timestamp()
                os.utime(path, (handed_in, handed_in))
            yield PurePosixPath(info.filename.replace("\\", "/")), path


def student_of(name: PurePosixPath, section: Section) -> str:
    """Who this is from: the first folder's name, or the file's own without the section's."""
    inside = [part for part in name.parts if part not in ("..", "/")]
    if len(inside) > 1:
        return inside[0].strip()
    stem = PurePosixPath(inside[-1]).stem if inside else ""
    while (shorter := COPY.sub("", stem)) != stem:
        stem = shorter
    return re.sub(rf"(?i)[-_. ]*{re.escape(section.name)}[-_. ]*", " ", stem).strip()


def identifier(text: str) -> str:
    """A student id that is safe as a folder's name."""
    return re.sub(r"[^\w.@-]+", "_", text.strip()).strip("._") or "unknown"


def rank(piece: Piece, section: Section) -> tuple[int, bool, float]:
    """How likely this is the file to grade: answers in it, a notebook's name, then the newest."""
    submission = read_submission(piece.path)
    absent = clean(master(section), submission).metadata.course.absent
    answers = answers_in(master(section), submission) - len(absent)
    return answers, piece.name.endswith(".ipynb"), piece.path.stat().st_mtime
