"""Files are whole or not there, and what is not as it was written is not believed."""

import os
import subprocess
import sys

import pytest

from nbjudge.classroom.files import (
    clear_parts,
    install,
    part,
    read_form,
    sealed,
    unsealed,
    write,
    written,
)


def test_a_sealed_text_opens_again():
    form = {"receipt": {"score": 3.5}, "text": "Größe \ud83d"}
    assert unsealed(sealed(form)) == form


@pytest.mark.parametrize("place", [0, 40, 64, 65, 70, -1])
def test_a_sealed_text_with_one_other_character_does_not(place):
    text = sealed({"score": 3.5})
    changed = text[:place] + chr(ord(text[place]) ^ 1) + text[place:][1:]
    with pytest.raises(ValueError, match="seal"):
        unsealed(changed)


@pytest.mark.parametrize("text", ["", "[]", sealed({"score": 1})[:-1]])
def test_nor_does_what_was_never_sealed_or_not_to_the_end(text):
    with pytest.raises(ValueError, match="seal"):
        unsealed(text)


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "new" / "a.json"
    for text in ("first, and longer", "Ω"):
        write(path, text)
        assert path.read_text(encoding="utf-8") == text
    assert os.listdir(path.parent) == ["a.json"]


def test_half_a_surrogate_pair_stays_readable_json(tmp_path):
    write(tmp_path / "a.json", '{"said": "\ud83d"}')
    assert read_form(tmp_path / "a.json", dict, "") == {"said": "\ud83d"}


def test_what_cannot_be_written_leaves_the_old_file_and_no_other(tmp_path):
    path = tmp_path / "a.json"
    write(path, "old")
    code = (
        "import resource, sys; from pathlib import Path; from nbjudge.classroom.files import *; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9)); write(Path(sys.argv[1]), 'x' * 10)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=False
    )
    assert "File too large" in done.stderr
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.json"]


def test_what_is_installed_first_stays(tmp_path):
    for text in ("first", "second"):
        install(written(tmp_path, text, 0o600), tmp_path / "key")
    assert (tmp_path / "key").read_text() == "first"
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == ["key"]


def test_a_damaged_file_is_put_aside_and_counts_as_absent(tmp_path, caplog):
    path = tmp_path / "a.json"
    path.write_text('{"ada": ')
    assert read_form(path, dict, "course collect writes it again") is None
    assert (tmp_path / "a.json.damaged").read_text() == '{"ada": '
    assert "course collect writes it again" in caplog.text
    assert read_form(path, dict, "") is None
    assert len(caplog.records) == 1


def test_only_dead_processes_lose_their_files_in_the_making(tmp_path):
    mine = written(tmp_path, "mine")
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    dead = tmp_path / part(tmp_path).name.replace(f".{os.getpid()}-", f".{process.pid}-")
    other = tmp_path / "thesis.part"
    for path in (dead, other):
        path.write_text("")
    clear_parts(tmp_path.iterdir())
    assert sorted(tmp_path.iterdir()) == sorted([mine, other])
