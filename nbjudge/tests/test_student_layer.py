"""What students get is an allow-list: what nobody named is in neither the stage nor the wheel."""

import shutil
import sys
import zipfile

import pytest

from nbjudge.confine.stage import staged
from nbjudge.course.course import load_course
from nbjudge.course.student_layer import StudentLayer
from nbjudge.errors import CourseError
from nbjudge.publish.bundle import build_wheel
from tests.kit.authoring import TINY

PACKAGE = "grown"
NAMED = {"__init__.py", "checks/__init__.py", "checks/lenses.py", "checks/refraction.py"}
LATER = ("answers.py", "notes.txt", "data/table.csv", "checks.py.bak", "checks_of_ours/key.py")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course in whose package there are files that its course.toml does not name."""
    root = tmp_path_factory.mktemp("course")
    (root / "source").mkdir()
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(TINY / "optics", root / PACKAGE, ignore=unwanted)
    text = (TINY / "course.toml").read_text(encoding="utf-8")
    (root / "course.toml").write_text(text.replace("optics", PACKAGE), encoding="utf-8")
    for name in LATER:
        (root / PACKAGE / name).parent.mkdir(exist_ok=True)
        (root / PACKAGE / name).write_text("", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path])
        yield load_course(root)
        sys.modules.pop(PACKAGE, None)


def in_folder(folder):
    """The files of the package in a folder, as paths in it."""
    place = folder / PACKAGE
    return {str(p.relative_to(place)) for p in place.rglob("*") if p.is_file()}


def test_the_stage_holds_what_is_named_and_what_is_ours(course):
    with staged(course.layer, fonts=False) as stage:
        assert in_folder(stage.layer) == NAMED
        assert {path.name for path in stage.layer.iterdir()} == {PACKAGE}
        ours = {path.name for path in (stage.folder / "nbjudge").iterdir()}
        assert ours == {"__init__.py", "guest"}
        assert (stage.folder / "nbjudge" / "__init__.py").read_text() == ""
        folder = stage.folder
    assert not folder.exists()


def test_the_wheel_holds_what_is_named(course, tmp_path):
    with zipfile.ZipFile(build_wheel(tmp_path, course)) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert names == {f"{PACKAGE}/{name}" for name in NAMED}


def test_a_new_file_in_a_folder_that_is_named_is_shipped(course):
    new = course.layer.folder / "checks" / "mirrors.py"
    new.write_text("", encoding="utf-8")
    try:
        with staged(course.layer, fonts=False) as stage:
            assert in_folder(stage.layer) == NAMED | {"checks/mirrors.py"}
    finally:
        new.unlink()


def test_what_python_leaves_behind_is_not_shipped(course, tmp_path):
    cache = course.layer.folder / "checks" / "__pycache__"
    cache.mkdir(exist_ok=True)
    (cache / "lenses.cpython-311.pyc").write_bytes(b"")
    course.layer.copy_to(tmp_path)
    assert in_folder(tmp_path) == NAMED


@pytest.mark.parametrize("entry", ["checks/mirrors.py", "data.py", "nowhere"])
def test_an_entry_that_is_not_there_is_named(course, entry, tmp_path):
    layer = StudentLayer(PACKAGE, ("__init__.py", entry))
    with pytest.raises(CourseError) as error:
        layer.copy_to(tmp_path)
    said = str(error.value)
    assert said.startswith("course.toml, students.layer: ")
    assert said.endswith(f"has no {entry}. Correct the name, or take it out of the list.")


@pytest.mark.parametrize("entry", ["../source", "checks/../reference", "/etc/passwd"])
def test_an_entry_outside_the_package_is_refused(course, entry, tmp_path):
    with pytest.raises(CourseError, match=r"students\.layer"):
        StudentLayer(PACKAGE, (entry,)).copy_to(tmp_path)


def test_sources_are_those_of_the_package_alone(course):
    layer = course.layer
    assert layer.source_of(f"{PACKAGE}.checks.lenses")
    assert layer.source_of(f"{PACKAGE}.checks")
    assert layer.source_of("numpy") == layer.source_of("source") == []
