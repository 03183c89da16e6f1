"""Which gradebook a folder has, and what is said of URLs that name none."""

import importlib.util
from pathlib import Path

import pytest
from sqlalchemy import make_url

from nbjudge.classroom.folder import Folder
from nbjudge.errors import FolderError
from nbjudge.gradebook.database import DIALLING, checked, file_of
from nbjudge.gradebook.gradebook import Gradebook
from tests.kit.optics import COURSE, SECTION

SERVER = "postgresql+psycopg://ada:secret@localhost/course"
driver = pytest.mark.skipif(
    importlib.util.find_spec("psycopg") is None,
    reason="no driver for PostgreSQL: pip install 'nbjudge[postgresql]'",
)


def book(folder: Path, url: str = "") -> Gradebook:
    """The gradebook of a class's folder, not yet opened."""
    return Gradebook(Folder(folder, url), COURSE)


def configure(folder: Path, line: str) -> None:
    (folder / "nbgrader_config.py").write_text(f"c = get_config()\n{line}\n")


def test_a_folder_s_gradebook_is_in_it(tmp_path):
    assert file_of(book(tmp_path).url) == tmp_path / "gradebook.db"


@driver
def test_a_folder_s_configuration_names_its_gradebook_and_a_given_url_wins(tmp_path):
    configure(tmp_path, f"c.CourseDirectory.db_url = {SERVER!r}")
    assert make_url(book(tmp_path).url).database == "course"
    other = SERVER.replace("/course", "/other")
    assert make_url(book(tmp_path, other).url).database == "other"


def test_a_configuration_that_names_none_leaves_it_in_the_folder(tmp_path):
    configure(tmp_path, 'c.CourseDirectory.course_id = "a"')
    assert file_of(book(tmp_path).url) == tmp_path / "gradebook.db"


def test_a_file_that_a_configuration_names_is_the_gradebook(tmp_path):
    kept = tmp_path / "kept.db"
    configure(tmp_path, f"c.CourseDirectory.db_url = 'sqlite:///{kept}'")
    with book(tmp_path) as opened:
        assert opened.scores(SECTION) == {}
        assert not kept.exists()
        opened.ensure()
    assert kept.exists()
    assert not (tmp_path / "gradebook.db").exists()


def test_a_configuration_that_cannot_be_run_is_named(tmp_path):
    configure(tmp_path, "c.CourseDirectory.db_url = ")
    with pytest.raises(FolderError, match=r"nbgrader_config.py cannot be run \(SyntaxError"):
        _ = book(tmp_path).url


@driver
def test_a_server_that_does_not_answer_is_given_up():
    assert make_url(checked(SERVER)).query["connect_timeout"] == DIALLING
    assert make_url(checked(f"{SERVER}?connect_timeout=3")).query["connect_timeout"] == "3"


@driver
def test_passwords_are_sent_as_they_are():
    url = "postgresql+psycopg://ada:p%40ss%3A%2F%25@localhost/course"
    assert make_url(checked(url)).password == make_url(url).password == "p@ss:/%"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql+nonsense://ada:secret@localhost/course", "URL cannot be read"),
        ("ada:secret@localhost", "URL cannot be read"),
        ("postgresql+psycopg://ada:secret@localhost:port/course", "URL cannot be read"),
        ("mysql://ada:secret@localhost/course", "in PostgreSQL or SQLite, not in mysql"),
        ("postgresql+psycopg2://ada:secret@localhost/course", "The driver of postgresql"),
    ],
)
def test_a_url_that_cannot_be_used_is_one_sentence_without_it(url, said):
    if "psycopg2" in url and importlib.util.find_spec("psycopg2"):
        pytest.skip("this driver is installed")
    with pytest.raises(FolderError, match=said) as error:
        checked(url)
    assert "secret" not in str(error.value)
    assert "postgresql+psycopg://USER@HOST/DATABASE" in str(error.value)
