"""Collecting submissions: whose they are, which one counts, and that nothing leads outside."""

import json
import os
import zipfile
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nbjudge.classroom.collect import collect, find_pieces, identifier, student_of
from nbjudge.classroom.folder import Folder
from nbjudge.course.sections import master
from nbjudge.errors import CollectError
from nbjudge.notebook import cells
from nbjudge.notebook.regions import split_hidden
from tests.kit.optics import SECTION, model_answers

NAME = SECTION.name
MODEL = model_answers(SECTION)


def notebook(*answered, mark=""):
    """The release with the model's answers to some exercises, as a file's text."""
    found = master(SECTION)
    for cell in found.cells:
        cell.source = split_hidden(cell.source)[0]
        if cells.grade_id(cell) in answered:
            cell.source = MODEL[cells.grade_id(cell)]
    found.metadata = {"mark": mark}
    return json.dumps(found)


def alone(*names):
    """A notebook that holds some answers and nothing else."""
    made = [
        {"cell_type": "code", "source": MODEL[name], "metadata": {}, "outputs": []}
        for name in names
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


SOLVED = notebook(*MODEL)
MARKED = notebook(mark="bob_x")


def folder_of(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def zipped(path, files, dates=None):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, (dates or {}).get(name, (2025, 1, 1, 0, 0, 0)))
            archive.writestr(info, text)
    return path


def taken(folder, student):
    return (folder / "submitted" / student / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8")


@pytest.fixture
def room(tmp_path):
    (tmp_path / "download").mkdir()
    (tmp_path / "class").mkdir()
    return tmp_path


def gathered(room, download=None):
    return collect(download or room / "download", Folder(room / "class"), SECTION)


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("alice.ipynb", "alice"),
        ("Copy of bob (1).ipynb", "bob"),
        ("bob (12).ipynb", "bob"),
        (f"alice_{NAME}.ipynb", "alice"),
        (f"{NAME}_alice.ipynb", "alice"),
        (f"{NAME}-alice.ipynb", "alice"),
        (f"alice - {NAME.upper()} (2).ipynb", "alice"),
        ("Kopie von carla.ipynb", "carla"),
        ("dan - Copy.ipynb", "dan"),
        ("dan-Copy1.ipynb", "dan"),
        ("Copy of Copy of eve (1) (2).ipynb", "eve"),
        ("frank.ipynb.ipynb", "frank"),
        ("Anna Maria.ipynb", "Anna_Maria"),
        ("josé.ipynb", "josé"),
        ("s1234567@uni.edu.ipynb", "s1234567@uni.edu"),
        ("copyright.ipynb", "copyright"),
        (f"alice/{NAME}.ipynb", "alice"),
        ("alice/week 6/whatever.ipynb", "alice"),
        (f"{NAME}.ipynb", "unknown"),
        ("../../etc/passwd", "etc"),
        ("/etc/passwd", "etc"),
        ("..", "unknown"),
        ("../evil.ipynb", "evil"),
    ],
)
def test_a_students_name_is_read_off_the_path(name, student):
    assert identifier(student_of(PurePosixPath(name), SECTION)) == student


@given(st.text(max_size=30))
def test_an_identifier_is_always_one_safe_part_of_a_path(text):
    found = identifier(text)
    assert found
    assert "/" not in found
    assert "\\" not in found
    assert "\0" not in found
    assert not found.startswith(".")
    assert PurePosixPath(found).parts == (found,)


@given(
    st.lists(st.text(max_size=6) | st.sampled_from(["..", ".", "", "/"]), max_size=4).map("/".join)
)
def test_no_path_names_a_student_that_leads_elsewhere(path):
    found = identifier(student_of(PurePosixPath(path), SECTION))
    assert PurePosixPath(found).parts == (found,)
    assert found != ".."


def test_names_that_differ_by_signs_alone_are_kept_apart(room):
    folder_of(
        room / "download", {"bob~x.ipynb": SOLVED, "bob_x.ipynb": MARKED, "bob?x.ipynb": SOLVED}
    )
    students, remarks = collect(room / "download", Folder(room), SECTION)
    assert students == ["bob_x", "bob_x-2", "bob_x-3"]
    assert sum("apart from" in remark for remark in remarks) == 2
    kept = room / "submitted" / "bob_x" / SECTION.name / SECTION.source.name
    assert kept.read_text(encoding="utf-8") == MARKED


def test_a_folder_of_files_and_a_folder_per_student(room):
    folder_of(
        room / "download",
        {
            f"alice_{NAME}.ipynb": SOLVED,
            "Copy of bob (1).ipynb": SOLVED,
            "carla/work.ipynb": SOLVED,
            "dan/deep/down/x.ipynb": SOLVED,
        },
    )
    students, remarks = gathered(room)
    assert students == ["alice", "bob", "carla", "dan"]
    assert remarks == []
    assert all(taken(room / "class", student) == SOLVED for student in students)
    origins = Folder(room / "class").origins(NAME)
    assert origins["bob"] == "Copy of bob (1).ipynb"


def test_clutter_is_nobodys(room):
    folder_of(
        room / "download",
        {
            "alice.ipynb": SOLVED,
            "__MACOSX/alice/._x.ipynb": "x",
            "._alice.ipynb": "x",
            "bob/.ipynb_checkpoints/x.ipynb": SOLVED,
            ".DS_Store": "x",
        },
    )
    assert gathered(room)[0] == ["alice"]


def test_links_in_a_pile_are_not_followed(room):
    (room / "secret").write_text(SOLVED, encoding="utf-8")
    folder_of(room / "download", {"alice.ipynb": SOLVED})
    (room / "download" / "bob.ipynb").symlink_to(room / "secret")
    assert gathered(room)[0] == ["alice"]


def test_paths_in_a_zip_lead_nowhere(room):
    names = [
        "../../evil.ipynb",
        "/absolute.ipynb",
        "..\\..\\back.ipynb",
        "a/../../b/x.ipynb",
        "../class/submitted/mallory.ipynb",
    ]
    archive = zipped(room / "download" / "all.zip", dict.fromkeys(names, SOLVED))
    before = {p for p in room.rglob("*") if (room / "class") not in p.parents}
    students, _ = gathered(room, archive)
    assert {p for p in room.rglob("*") if (room / "class") not in p.parents} == before
    inside = (room / "class" / "submitted").resolve()
    files = [p for p in (room / "class").rglob("*.ipynb")]
    assert len(files) == len(students) > 0
    assert all(inside in p.resolve().parents for p in files)
    assert all(len(p.relative_to(inside).parts) == 3 for p in files)
    assert not (room.parent / "evil.ipynb").exists()


def test_a_link_in_a_zip_is_a_file_of_text(room):
    archive = room / "all.zip"
    with zipfile.ZipFile(archive, "w") as zipped_file:
        info = zipfile.ZipInfo("alice.ipynb")
        info.external_attr = 0o120777 << 16
        zipped_file.writestr(info, "/etc/passwd")
    gathered(room, archive)
    path = room / "class" / "submitted" / "alice" / NAME / f"{NAME}.ipynb"
    assert not path.is_symlink()
    assert path.read_text() == "/etc/passwd"


def snapshot(folder):
    return {
        p: (p.read_bytes(), p.stat().st_mtime_ns, p.stat().st_mode)
        for p in folder.rglob("*")
        if p.is_file()
    }


@pytest.mark.parametrize("as_zip", [True, False])
def test_the_pile_is_left_as_it_was(room, as_zip):
    files = {"alice.ipynb": SOLVED, "alice (1).ipynb": alone("image_distance"), "bob/x.ipynb": ""}
    download = (
        zipped(room / "download" / "a.zip", files)
        if as_zip
        else folder_of(room / "download", files)
    )
    before = snapshot(room / "download")
    gathered(room, download)
    assert snapshot(room / "download") == before


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_files_the_one_with_more_answers_counts_and_the_other_is_named(room, order):
    files = {"bob.ipynb": alone("image_distance"), "Copy of bob (1).ipynb": alone(*MODEL)}
    folder_of(room / "download", files)
    for age, name in enumerate(list(files)[::order]):
        os.utime(room / "download" / name, (age, age))
    students, remarks = gathered(room)
    assert students == ["bob"]
    assert taken(room / "class", "bob") == files["Copy of bob (1).ipynb"]
    assert remarks == ["bob: took Copy of bob (1).ipynb, not bob.ipynb."]


def test_a_solved_file_counts_before_a_newer_untouched_release(room):
    folder_of(room / "download", {"bob.ipynb": SOLVED, "bob (1).ipynb": notebook()})
    os.utime(room / "download" / "bob.ipynb", (1, 1))
    gathered(room)
    assert taken(room / "class", "bob") == SOLVED


def test_of_two_equal_files_the_newer_counts(room):
    files = {
        "bob.ipynb": notebook(*MODEL, mark="new"),
        "bob (1).ipynb": notebook(*MODEL, mark="old"),
    }
    folder_of(room / "download", files)
    os.utime(room / "download" / "bob (1).ipynb", (1, 1))
    gathered(room)
    assert taken(room / "class", "bob") == files["bob.ipynb"]


@pytest.mark.parametrize("first", ["new", "old"])
def test_of_two_equal_files_in_a_zip_the_newer_counts_wherever_it_stands(room, first):
    texts = {"new": notebook(*MODEL, mark="new"), "old": notebook(*MODEL, mark="old")}
    second = "old" if first == "new" else "new"
    files = {"bob/a.ipynb": texts[first], "bob/b.ipynb": texts[second]}
    years = {"new": 2025, "old": 2020}
    dates = {
        "bob/a.ipynb": (years[first], 1, 1, 0, 0, 0),
        "bob/b.ipynb": (years[second], 1, 1, 0, 0, 0),
    }
    gathered(room, zipped(room / "all.zip", files, dates))
    assert taken(room / "class", "bob") == texts["new"]


def test_a_notebook_counts_before_other_files(room):
    folder_of(
        room / "download", {"bob/readme.txt": "hello", "bob/work.ipynb": "{}", "bob/z.pdf": "%PDF"}
    )
    gathered(room)
    assert taken(room / "class", "bob") == "{}"


def test_collecting_again_replaces_what_was_there(room):
    folder_of(room / "download", {"bob.ipynb": alone("image_distance")})
    gathered(room)
    folder_of(room / "download", {"bob.ipynb": SOLVED})
    gathered(room)
    assert taken(room / "class", "bob") == SOLVED


def test_unreadable_files_are_collected_too(room):
    folder_of(room / "download", {"bob.ipynb": "my laptop broke", "eve.ipynb": ""})
    assert gathered(room)[0] == ["bob", "eve"]


@pytest.mark.parametrize(
    "make",
    [
        lambda room: room / "download",
        lambda room: folder_of(room / "download", {".DS_Store": "x"}),
        lambda room: zipped(room / "empty.zip", {}),
        lambda room: folder_of(room, {"a.txt": "x"}) / "a.txt",
    ],
    ids=["empty folder", "clutter alone", "empty zip", "no archive"],
)
def test_nothing_to_collect_is_said(room, make):
    with pytest.raises(CollectError):
        gathered(room, make(room))


def test_pieces_keep_their_own_names(room):
    archive = zipped(room / "a.zip", {"alice/my work.ipynb": SOLVED})
    (piece,) = find_pieces(archive, room / "download", SECTION)
    assert (piece.owner, piece.name) == ("alice", "my work.ipynb")
