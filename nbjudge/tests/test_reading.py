"""Reading what was handed in: any version and encoding, and any rubbish, without an exception."""

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nbjudge.intake.reading import CELL_LIMIT, CHECK, SIZE_LIMIT, SOURCE_LIMIT, read_submission


def code(source, **more):
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], **more}


def notebook(*cells):
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


NOTEBOOK = notebook(
    {"cell_type": "markdown", "source": ["# Käse\n", "über ∑"], "metadata": {}, "id": "title"},
    code("x = 'ä'\ny = 2", id="e_step", metadata={"nbgrader": {"grade_id": "e_step"}}),
)


def read(tmp_path, data, name="work.ipynb"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return read_submission(path)


def sources(submission):
    return [cell.source for cell in submission.cells]


def test_a_notebooks_cells_come_with_kind_source_id_and_grade_id(tmp_path):
    submission = read(tmp_path, NOTEBOOK)
    title, answer = submission.cells
    assert (title.kind, title.source, title.id, title.grade_id) == (
        "markdown",
        "# Käse\nüber ∑",
        "title",
        "",
    )
    assert (answer.kind, answer.source, answer.id, answer.grade_id) == (
        "code",
        "x = 'ä'\ny = 2",
        "e_step",
        "e_step",
    )
    assert submission.readable
    assert submission.remarks == ()


TEXT = json.dumps(NOTEBOOK, ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        b"\n\n  " + TEXT.encode() + b"\n\n",
        json.dumps(NOTEBOOK).encode("ascii"),
    ],
    ids=["utf-8", "mark", "utf-16", "little", "big", "crlf", "blank lines", "escaped"],
)
def test_every_encoding_reads_alike(tmp_path, data):
    assert sources(read(tmp_path, data)) == ["# Käse\nüber ∑", "x = 'ä'\ny = 2"]


def test_latin_1_reads_as_what_it_says(tmp_path):
    data = json.dumps(notebook(code("x = 'Käse'")), ensure_ascii=False).encode("latin-1")
    assert sources(read(tmp_path, data)) == ["x = 'Käse'"]


def test_crlf_inside_sources_becomes_a_plain_line_end_and_nulls_go(tmp_path):
    assert sources(read(tmp_path, notebook(code("a\r\nb"), code("c\0d")))) == ["a\nb", "cd"]


def test_raw_line_ends_and_tabs_inside_json_strings_are_forgiven(tmp_path):
    data = TEXT.replace("\\ny = 2", "\n\ty = 2").encode()
    assert sources(read(tmp_path, data))[1] == "x = 'ä'\n\ty = 2"


def test_version_3_with_worksheets_is_read(tmp_path):
    sheet = [
        {"cells": [{"cell_type": "code", "input": ["a = 1\n", "b"], "language": "python"}]},
        {"cells": [{"cell_type": "markdown", "source": "text"}]},
    ]
    submission = read(tmp_path, {"nbformat": 3, "metadata": {}, "worksheets": sheet})
    assert sources(submission) == ["a = 1\nb", "text"]
    assert [cell.kind for cell in submission.cells] == ["code", "markdown"]


@pytest.mark.parametrize(
    "sheets",
    [
        [{"cells": 5}],
        [{"cells": True}],
        [{"cells": 1.5}],
        [{"cells": "text"}],
        [{"cells": None}],
        [{}],
        [None],
        [[]],
        [{"cells": {"a": 1}}],
        [5, "x"],
    ],
    ids=repr,
)
def test_worksheets_that_are_none_are_no_trouble(tmp_path, sheets):
    assert sources(read(tmp_path, {"worksheets": sheets})) == []


def test_missing_and_odd_ids_and_metadata_are_no_trouble(tmp_path):
    odd = [
        code("1", id=7),
        code("2", metadata=None),
        code("3", metadata={"nbgrader": "x"}),
        code("4", metadata={"nbgrader": {"grade_id": ["a"]}}),
        {"cell_type": "code", "source": "5"},
        {"source": "6"},
    ]
    submission = read(tmp_path, notebook(*odd))
    assert sources(submission) == list("123456")
    assert {(cell.id, cell.grade_id) for cell in submission.cells} == {("", "")}


def test_raw_and_unknown_kinds_count_as_text(tmp_path):
    cells = [{"cell_type": kind, "source": "x"} for kind in ("raw", "heading", None, 3, ["code"])]
    assert {cell.kind for cell in read(tmp_path, notebook(*cells)).cells} == {"markdown"}


def test_cells_that_cannot_be_read_are_left_out_and_counted(tmp_path):
    cells = [
        code("good"),
        None,
        "text",
        [],
        code(5),
        code(["a", 1]),
        code("x" * (SOURCE_LIMIT + 1)),
    ]
    submission = read(tmp_path, notebook(*cells))
    assert sources(submission) == ["good"]
    assert "6 cells of work.ipynb" in submission.remarks[0]


def test_a_source_that_no_utf_8_file_can_hold_does_not_get_in(tmp_path):
    """Half of a surrogate pair is legal in JSON, and breaks whoever writes it down later."""
    data = b'{"cells": [{"cell_type": "code", "source": "x = \'\\ud800\'"}]}'
    for source in sources(read(tmp_path, data)):
        source.encode("utf-8")


def test_no_more_cells_are_read_than_the_limit(tmp_path):
    submission = read(tmp_path, notebook(*[code("x")] * (CELL_LIMIT + 5)))
    assert len(submission.cells) == CELL_LIMIT
    assert "5 cells" in submission.remarks[0]


RUBBISH = {
    "empty": b"",
    "blank": b" \n\t ",
    "garbage": bytes(range(256)),
    "words": b"My laptop broke.",
    "truncated": TEXT.encode()[: len(TEXT) // 4],
    "html": b"<!doctype html><html></html>",
    "zip": b"PK\x03\x04" + bytes(50),
    "a list": b"[]",
    "null": b"null",
    "a number": b"3",
    "a text": b'"cells"',
    "no notebook": b'{"name": "package", "version": 1}',
    "cells no list": b'{"cells": {"0": {}}}',
    "cells null": b'{"cells": null}',
    "deep list": b"[" * 200_000,
    "deep dict": b'{"a":' * 200_000,
    "deep and closed": b"[" * 100_000 + b"]" * 100_000,
    "huge integer": b"1" * 10_000,
    "deep cell": b'{"cells": [' + b"[" * 100_000 + b"]" * 100_000 + b"]}",
    "utf-16 odd": b"\xff\xfe{",
    "utf-32": TEXT.encode("utf-32"),
    "only a mark": b"\xef\xbb\xbf",
}


@pytest.mark.parametrize("data", RUBBISH.values(), ids=RUBBISH)
def test_rubbish_is_unreadable_and_said_to_be(tmp_path, data):
    submission = read(tmp_path, data)
    assert not submission.readable
    assert submission.cells == ()
    assert submission.remarks[0].startswith("work.ipynb ")
    assert submission.remarks[0].count(". ") == 1, "one sentence what, one what to do"


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: text.index("x = 'ä'")],
        lambda text: text.replace('"x = ', ">>>> theirs\n"),
        lambda text: text[: text.index('"cell_type": "code"')] + "\n<<<<<<< HEAD",
    ],
    ids=["cut", "unquoted", "conflict"],
)
def test_of_a_damaged_file_the_cells_before_the_damage_are_read(tmp_path, damage):
    submission = read(tmp_path, damage(TEXT).encode())
    assert sources(submission) == ["# Käse\nüber ∑"]
    assert submission.remarks[0].startswith(f"{CHECK}work.ipynb is damaged")
    assert "1 cells" in submission.remarks[0]


def test_what_stands_behind_a_whole_notebook_takes_no_cell_from_it(tmp_path):
    submission = read(tmp_path, (TEXT + TEXT[-30:]).encode())
    assert sources(submission) == sources(read(tmp_path, NOTEBOOK))
    assert submission.remarks[0].startswith(CHECK)


def test_no_more_cells_are_salvaged_than_read(tmp_path):
    text = json.dumps(notebook(*[code("x")] * (CELL_LIMIT + 5)))[:-10]
    assert len(read(tmp_path, text.encode()).cells) == CELL_LIMIT


def test_a_notebook_without_cells_is_asked_about(tmp_path):
    submission = read(tmp_path, notebook())
    assert submission.readable
    assert "no cells" in submission.remarks[0]


def test_remarks_use_the_students_own_name_for_the_file(tmp_path):
    path = tmp_path / "06.ipynb"
    path.write_bytes(b"")
    assert read_submission(path, "Meine Abgabe.ipynb").remarks[0].startswith("Meine Abgabe.ipynb ")


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "secret.ipynb").write_text(TEXT, encoding="utf-8")
    (tmp_path / "work.ipynb").symlink_to(tmp_path / "secret.ipynb")
    assert not read_submission(tmp_path / "work.ipynb").readable


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: None])
def test_a_folder_a_pipe_and_nothing_at_all_are_unreadable(tmp_path, make):
    make(tmp_path / "work.ipynb")
    submission = read_submission(tmp_path / "work.ipynb")
    assert not submission.readable
    assert submission.cells == ()


def test_a_file_beyond_the_limit_is_not_opened(tmp_path):
    path = tmp_path / "work.ipynb"
    path.touch()
    os.truncate(path, SIZE_LIMIT + 1)  # sparse: takes no room
    submission = read_submission(path)
    assert not submission.readable
    assert "256 MB" in submission.remarks[0]


def test_a_large_file_is_read_without_its_outputs(tmp_path):
    picture = {
        "output_type": "display_data",
        "data": {"image/png": "A" * (21 * 2**20)},
        "metadata": {},
    }
    submission = read(tmp_path, notebook(code("x = 1", outputs=[picture])))
    assert sources(submission) == ["x = 1"]
    assert "21 MB" in submission.remarks[0]


def survives(data):
    with tempfile.TemporaryDirectory() as folder:
        submission = read(Path(folder), data)
    assert submission.readable or not submission.cells
    for cell in submission.cells:
        assert cell.kind in ("code", "markdown")
        assert all(type(part) is str for part in (cell.source, cell.id, cell.grade_id))


@settings(max_examples=150)
@given(st.binary(max_size=200))
def test_arbitrary_bytes_never_raise(data):
    survives(data)


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_notebook_never_raises(data):
    whole = bytearray(TEXT.encode())
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(whole)))
        whole[start : start + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=10))
    survives(bytes(whole))


keys = st.sampled_from(
    [
        "cells",
        "worksheets",
        "cell_type",
        "source",
        "input",
        "metadata",
        "id",
        "nbgrader",
        "grade_id",
    ]
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["code", "markdown"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=20,
)


@settings(max_examples=300)
@given(
    st.dictionaries(keys, values, max_size=3)
    | values.map(lambda v: {"cells": v})
    | values.map(lambda v: {"worksheets": [{"cells": v}]})
    | st.lists(values, max_size=4).map(lambda v: {"cells": v})
    | values
)
def test_arbitrary_json_never_raises(form):
    survives(json.dumps(form).encode())
