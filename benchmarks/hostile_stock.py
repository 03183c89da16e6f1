"""One attack handed in to a course that stock nbgrader grades; for the inside of a box.

Usage: python -m benchmarks.hostile_stock COURSE SECTION [FAMILY/NAME]

COURSE is a folder made by ``hostile.py``. Without an attack its base is handed in. The last line
printed is the outcome as JSON.
"""

from __future__ import annotations

import json
import logging
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from nbjudge.course.sections import Section
from nbjudge.guest.limits import limit
from tests.kit.course import find
from tests.kit.hostile.corpus import Attack, find_attack, wrong
from tests.kit.hostile.live import live
from tests.kit.hostile.world import World, made
from tests.kit.submissions import text

BEFORE, BASE, AFTER = "aa_solved", "base", "zz_solved"  # two honest students around the attacker


def convert(converter: type[Any], course: Path, section: Section, student: str = "*") -> str:
    """Run a converter of nbgrader's as it comes; how it ended, if not well."""
    log = logging.getLogger("stock")
    log.propagate = False
    log.addHandler(logging.NullHandler())
    config = Config()
    config.CourseDirectory.root = str(course)
    config.CourseDirectory.assignment_id = section.name
    directory = CourseDirectory(config=config)
    directory.student_id = student
    try:
        converter(coursedir=directory, config=config, log=log).start()
    except (Exception, SystemExit) as error:
        return type(error).__name__
    return ""


def scores(course: Path, section: Section) -> dict[str, float]:
    """What the gradebook says of every student."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        return {s.student.id: s.score for s in book.assignment_submissions(section.name)}


def hand_in(attack: Attack | None, world: World, section: Section) -> str:
    """Put a submission where nbgrader's exchange puts it, under the name of a login."""
    download, student = world.root / "download", attack.student if attack else BASE
    download.mkdir()
    if attack is None:
        (download / f"{student}.ipynb").write_text(text(wrong(section)), encoding="utf-8")
    else:
        attack.hand_in(download, world.places)
    folder = world.course / "submitted" / student / section.name
    if (download / student).is_dir():
        shutil.copytree(download / student, folder)
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(download.glob("*.ipynb"))[:1]:
        if file.is_file():
            shutil.copyfile(file, folder / section.source.name)
    shutil.rmtree(download)
    return student


def files(world: World) -> set[str]:
    """Names of what lies where no submission has business, random parts of names left out."""
    roots = [Path(p) for p in (world.places.home, world.places.tmp, world.places.shm)]
    found = [path for root in roots for path in root.rglob("*")]
    found += [*world.course.iterdir(), *(world.course / "autograded" / AFTER).rglob("*")]
    return {re.sub(r"[0-9a-f-]{8,}", "#", neutral(world, str(path))) for path in found}


def neutral(world: World, said: str) -> str:
    """A text without what is random in this world's names."""
    names = ("course", "home", "tmp", "shm", "mark")
    places = {getattr(world.places, name): name for name in names}
    for found, name in {world.secret: "secret", **places, str(world.root): "world"}.items():
        said = said.replace(found, f"<{name}>")
    return re.sub(r"\b([0-9a-f]{8,}|\d{3,})\b", "#", said)


def got_in(notebook: Path) -> list[str]:
    """What the outputs of a notebook, if there is one, say that an attack got."""
    form = json.loads(notebook.read_text(encoding="utf-8")) if notebook.is_file() else {"cells": []}
    return re.findall(r"GOT [^\\\"]*", json.dumps([c.get("outputs") for c in form["cells"]]))


def got(world: World, section: Section, student: str) -> list[str]:
    """What an attack, or the student after it, shows that it should not have."""
    found = []
    for name in (student, AFTER):
        folder = world.course / "autograded" / name / section.name
        found += got_in(folder / section.source.name)
    shown = subprocess.run(
        ["grep", "-rlF", world.secret, "autograded", "feedback"],
        text=True,
        cwd=world.course,
        capture_output=True,
        check=False,
    )
    return [neutral(world, item) for item in [*found, *shown.stdout.split()]]


def harm(
    world: World,
    section: Section,
    student: str,
    before: dict[str, tuple[int, ...]],
    earned: dict[str, float],
    full: float,
) -> list[str]:
    """What an attack did to others."""
    after = world.state()
    found = [
        f"{name} earns {earned.get(name, 'nothing')} instead of {full}"
        for name in (BEFORE, AFTER)
        if earned.get(name) != full
    ]
    found += [f"changed: {path}" for path, marks in before.items() if after.get(path) != marks]
    found += [f"left behind: {item}" for item in world.left_behind()]
    if world.bystander.poll() is not None:
        found.append("killed: the bystander")
    page = world.course / "feedback" / student / section.name / f"{section.name}.html"
    if page.is_file():
        found += [f"runs in a browser: {part}" for part in live(page.read_text(errors="replace"))]
    return [neutral(world, item) for item in found]


def grade(attack: Attack | None, section: Section, world: World) -> dict[str, Any]:
    """Hand in, grade as stock nbgrader does, and look at what came of it."""
    full = scores(world.course, section)[BEFORE]
    student = hand_in(attack, world, section)
    before, known = world.state(), files(world)
    ended = convert(Autograde, world.course, section)
    convert(GenerateFeedback, world.course, section, student)
    earned = scores(world.course, section)
    harms = harm(world, section, student, before, earned, full)
    if ended not in ("", "NbGraderException"):  # that one says that some submission failed
        harms.append(f"ended the run: {ended}")
    return {
        "score": earned.get(student, 0.0),
        "gets": got(world, section, student),
        "harms": harms,
        "new": sorted(files(world) - known),
    }


def main() -> None:
    limit(processes=True)
    course, name, *attack = sys.argv[1:]
    with made(secrets.token_hex(32)) as world:
        os.environ.update(world.environment())
        tempfile.tempdir = None
        shutil.copytree(course, world.course, dirs_exist_ok=True)
        Path(world.places.tmp).chmod(0o1777)  # as /tmp is
        fonts = Path(world.places.home, "matplotlib")  # kept from an earlier figure
        os.environ["MPLCONFIGDIR"] = str((world.course / "matplotlib").rename(fonts))
        outcome = grade(find_attack(attack[0]) if attack else None, find(name), world)
        print(f"\n{json.dumps(outcome)}", flush=True)
        os._exit(0)  # and the box ends with all that is in it: nothing to clean up


if __name__ == "__main__":
    main()
