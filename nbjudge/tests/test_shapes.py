"""Whatever programs made of a notebook file is read as a person would read it."""

import base64
import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nbjudge.intake import reading
from nbjudge.intake.reading import CHECK, read_submission

CODE = "def half(x):\n    return x / 2"
BOOK = {
    "cells": [
        {"cell_type": "markdown", "source": "# Halves\n\nof things", "metadata": {}},
        {"cell_type": "code", "source": CODE, "metadata": {}, "outputs": [], "id": "half"},
    ],
    "metadata": {},
    "nbformat": 4,
    "nbformat_minor": 5,
}
TEXT = json.dumps(BOOK)
SOURCES = ["# Halves\n\nof things", CODE]


def read(tmp_path, data):
    path = tmp_path / "work.ipynb"
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return read_submission(path)


def book(*sources, kind="code"):
    return {"cells": [{"cell_type": kind, "source": source} for source in sources]}


def sources(submission):
    return [cell.source for cell in submission.cells]


def zipped(compression=zipfile.ZIP_DEFLATED, **files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return data.getvalue()


WRAPPED = {
    "colab": {"ipynb": BOOK},
    "contents": {"type": "notebook", "format": "json", "name": "a.ipynb", "content": BOOK},
    "contents as text": {"type": "file", "format": "text", "content": TEXT},
    "contents in base64": {"format": "base64", "content": base64.b64encode(TEXT.encode()).decode()},
    "lines of base64": {
        "encoding": "base64",
        "content": base64.encodebytes(TEXT.encode()).decode(),
    },
    "notebook": {"notebook": BOOK, "user": "ada", "size": 3},
    "two deep": {"data": {"ipynb": BOOK}},
    "gist": {"files": {"a.ipynb": {"content": TEXT}}},
    "text": TEXT,
    "text in text": json.dumps(TEXT),
    "in a list": [BOOK],
    "cells alone": BOOK["cells"],
}


@pytest.mark.parametrize("form", WRAPPED.values(), ids=WRAPPED)
def test_a_notebook_within_other_json_is_taken_out_and_that_is_said(tmp_path, form):
    submission = read(tmp_path, form)
    assert sources(submission) == SOURCES
    assert submission.cells[1].id == "half"
    assert ["within other JSON" in remark for remark in submission.remarks] == [True]


def test_of_two_notebooks_in_one_file_the_first_is_read_and_a_human_asked(tmp_path):
    submission = read(tmp_path, {"before": book("x = 1"), "after": book("x = 2")})
    assert sources(submission) == ["x = 1"]
    assert submission.remarks[0].startswith(f"{CHECK}work.ipynb holds 2 notebooks")


@pytest.mark.parametrize(
    "form", [{"a": {"b": {"c": {"d": {"e": BOOK}}}}}, {"cells": "x"}, {"a": 1}]
)
def test_what_holds_no_notebook_near_its_top_is_none(tmp_path, form):
    assert not read(tmp_path, form).readable


PACKED = {
    "gzip": gzip.compress(TEXT.encode()),
    "two gzips in one": gzip.compress(TEXT.encode()[:50]) + gzip.compress(TEXT.encode()[50:]),
    "zip": zipped(work_ipynb=TEXT),
    "zip stored": zipped(zipfile.ZIP_STORED, hw__work_ipynb=TEXT),
    "zip with clutter": zipped(
        work_ipynb=TEXT, __MACOSX___work_ipynb="x" * 999, data_csv="1,2", a__notes_txt="hm"
    ),
    "gzip in a zip": zipped(work_ipynb=gzip.compress(TEXT.encode())),
    "zip of a wrapper": zipped(work_ipynb=json.dumps({"ipynb": BOOK})),
}


@pytest.mark.parametrize("data", PACKED.values(), ids=PACKED)
def test_a_packed_notebook_is_unpacked_and_that_is_said(tmp_path, data):
    submission = read(tmp_path, data)
    assert sources(submission) == SOURCES
    assert "the notebook in it was graded" in submission.remarks[0]


def test_of_several_notebooks_in_an_archive_the_largest_is_read_and_a_human_asked(tmp_path):
    submission = read(tmp_path, zipped(a_ipynb=json.dumps(book("x = 1")), b_ipynb=TEXT))
    assert sources(submission) == SOURCES
    assert submission.remarks[0].startswith(CHECK)
    assert "b.ipynb" in submission.remarks[0]


def test_of_a_gzip_file_that_was_cut_the_whole_cells_are_read(tmp_path):
    lines = [f"x{n} = {n * 7919 % 1000}" for n in range(3000)]
    data = gzip.compress(json.dumps(book(*lines)).encode())
    submission = read(tmp_path, data[: len(data) // 2])
    assert submission.readable
    assert 100 < len(submission.cells) < 2000
    assert sources(submission) == lines[: len(submission.cells)]
    assert any(remark.startswith(f"{CHECK}work.ipynb is damaged") for remark in submission.remarks)


def locked():
    data = bytearray(zipped(work_ipynb=TEXT))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


UNREADABLE = {
    "zip of nothing": zipped(),
    "zip of words": zipped(letter_txt="My laptop broke."),
    "zip with a password": locked(),
    "zip by lzma": zipped(zipfile.ZIP_LZMA, work_ipynb=TEXT),
    "damaged zip": zipped(work_ipynb=TEXT)[:-10],
    "damaged member": zipped(zipfile.ZIP_STORED, work_ipynb=TEXT).replace(b"Halves", b"Wholes", 1),
    "empty gzip": gzip.compress(b""),
    "damaged gzip": gzip.compress(TEXT.encode())[:12],
    "gzip of words": gzip.compress(b"My laptop broke."),
    "gzip in gzip in gzip": gzip.compress(gzip.compress(gzip.compress(TEXT.encode()))),
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_an_archive_without_a_notebook_is_unreadable_in_one_sentence(tmp_path, data):
    submission = read(tmp_path, data)
    assert not submission.readable
    assert submission.cells == ()
    assert submission.remarks[-1].startswith("work.ipynb is ")
    assert submission.remarks[-1].count(". ") == 1, "one sentence what, one what to do"


BOMBS = {
    "gzip": lambda large: gzip.compress(large),
    "zip": lambda large: zipped(work_ipynb=large),
    "gzip in a zip": lambda large: zipped(work_ipynb=gzip.compress(large)),
    "zip that lies": lambda large: zipped(work_ipynb=large).replace(
        len(large).to_bytes(4, "little"), (99).to_bytes(4, "little")
    ),
}


@pytest.mark.parametrize("pack", BOMBS.values(), ids=BOMBS)
def test_no_more_is_unpacked_than_is_read_of_any_file(tmp_path, monkeypatch, pack):
    monkeypatch.setattr(reading, "SIZE_LIMIT", 2**20)
    large = b" " * (2**20 + 1)
    submission = read(tmp_path, pack(large))
    assert not submission.readable
    assert submission.remarks[-1].count(". ") == 1


@pytest.mark.parametrize("pack", [gzip.compress, lambda data: zipped(work_ipynb=data)])
def test_as_much_is_unpacked_as_is_read_of_any_file(tmp_path, monkeypatch, pack):
    monkeypatch.setattr(reading, "SIZE_LIMIT", 2**20)
    full = TEXT.encode().ljust(2**20)
    assert sources(read(tmp_path, pack(full))) == SOURCES


def test_an_archive_of_very_many_files_is_not_listed(tmp_path):
    many = zipped(**{f"f{n}": "" for n in range(10_001)})
    submission = read(tmp_path, many)
    assert submission.remarks[0].startswith("work.ipynb is a zip archive of more than 10000 files.")


CHARACTERS = "ab \"'#\\\n\x0b\x0c\x1c\x85\u2028\u2029é𝛑"
texts = st.text(st.sampled_from(CHARACTERS), max_size=30)


@given(texts)
def test_a_source_cut_by_any_program_into_lines_with_ends_is_put_together_again(text):
    whole = reading.interpret(book(text), "x.ipynb", 1).cells
    assert reading.interpret(book(text.splitlines(keepends=True)), "x.ipynb", 1).cells == whole
    bare = [f"{line}." for line in text.split("\n")]  # which no foreign end can end
    ended = reading.interpret(book("\n".join(bare)), "x.ipynb", 1).cells
    assert reading.interpret(book(bare), "x.ipynb", 1).cells == ended


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_every_end_of_a_line_that_python_knows_becomes_a_newline(end):
    submission = reading.interpret(book(CODE.replace("\n", end)), "x.ipynb", 1)
    assert sources(submission) == [CODE]


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\x0b"])
def test_foreign_line_ends_become_newlines_where_it_is_no_python_with_them(end):
    said = f'note = "one{end}two"\n{CODE}'
    assert sources(reading.interpret(book(said), "x.ipynb", 1)) == [said]
    assert sources(reading.interpret(book(CODE.replace("\n", end)), "x.ipynb", 1)) == [CODE]


def test_lines_without_ends_are_ended_and_that_is_said():
    submission = reading.interpret(book(["def f():", "", "    return 1"], ["x = 1"]), "x.ipynb", 1)
    assert sources(submission) == ["def f():\n\n    return 1", "x = 1"]
    assert submission.remarks == ("x.ipynb has cells whose lines had no ends; each was ended.",)


MARKED = "x.ipynb has marks that a program put on its cells; they were left out."
MARKS = [
    "%python\n",
    "%python \n\n",
    "  %python\n",
    "# Databricks notebook source\n%python\n",
    "# COMMAND ----------\n\n",
    "#%%\n",
    "# %%\n",
    "#%% my title\n",
    "# %% [code]\n",
    "# In[3]:\n\n\n",
    "# In[ ]:\n",
    "# In [12]:\n",
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_of_cell_or_language_is_no_part_of_an_answer(mark):
    submission = reading.interpret(book(mark + CODE), "x.ipynb", 1)
    assert [(c.kind, c.source.lstrip("\n")) for c in submission.cells] == [("code", CODE)]
    assert submission.remarks == (MARKED,)


KEPT = [
    "%%time\n",
    "%matplotlib inline\n",
    "%python3\n",
    "%%python\n",
    "# 50 %% of all\n",
    "#%%%\n",
]


@pytest.mark.parametrize("line", KEPT)
def test_what_is_no_mark_stays(line):
    submission = reading.interpret(book(line + CODE), "x.ipynb", 1)
    assert (sources(submission), submission.remarks) == ([line + CODE], ())


def test_lines_that_databricks_quoted_are_what_they_quote():
    quoted = "\n".join(["# MAGIC %md", "# MAGIC # Halves", "# MAGIC", "# MAGIC of things"])
    code = "\n".join(f"# MAGIC {line}" for line in ["%python", *CODE.split("\n")])
    submission = reading.interpret(book(quoted, code), "x.ipynb", 1)
    assert [(c.kind, c.source) for c in submission.cells] == [
        ("markdown", "# Halves\n\nof things"),
        ("code", CODE),
    ]


def test_text_in_a_code_cell_of_databricks_is_text():
    submission = reading.interpret(book("%md\nI would trust it."), "x.ipynb", 1)
    assert [(c.kind, c.source) for c in submission.cells] == [("markdown", "I would trust it.")]


def test_pycharms_mark_on_a_text_is_no_heading():
    submission = reading.interpret(book("#%% md\n# Halves", kind="markdown"), "x.ipynb", 1)
    assert sources(submission) == ["# Halves"]
