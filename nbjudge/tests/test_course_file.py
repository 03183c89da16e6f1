"""``course.toml``: what is wrong in it is said in a sentence, with its line and what to do."""

import re
import shutil
import sys
import tomllib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nbjudge.course import course as course_file
from nbjudge.course.course import FILE, KEYS, Course, find_course, load_course
from nbjudge.course.sections import find_section, master
from nbjudge.errors import CourseError
from tests.kit.authoring import TINY

GOOD = """\
[course]
name = "optics"
title = "A first course in optics"
package = "json"

[folders]
source = "source"
answers = "answers"

[students]
layer = ["__init__.py", "checks"]
environment = ["numpy"]
"""


@pytest.fixture(scope="module", autouse=True)
def own_path():
    """Courses put their folders on the path of modules, where these would stay in the way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path])
        yield


@pytest.fixture
def root(tmp_path):
    """A folder with all that belongs to a course but the file."""
    (tmp_path / "source").mkdir()
    return tmp_path


def loaded(root, text):
    (root / FILE).write_text(text, encoding="utf-8")
    return load_course(root)


def said(root, text):
    """What is said of a file that cannot be used: one sentence or two, on one line."""
    with pytest.raises(CourseError) as error:
        loaded(root, text)
    words = str(error.value)
    assert "\n" not in words
    assert words.startswith(str(root / FILE))
    assert words.endswith((".", "…", "NAME."))
    return words.removeprefix(str(root / FILE))


def line_of(text, words):
    """The number of the first line that begins so."""
    return next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith(words))


def test_a_good_file_says_all_that_is_known_of_a_course(root):
    found = loaded(root, GOOD)
    assert (found.name, found.title, found.package) == (
        "optics",
        "A first course in optics",
        "json",
    )
    assert found.root == root.resolve()
    assert (found.source, found.release) == (root / "source", root / "release")
    assert (found.solutions, found.answers) == (root / "solutions", root / "answers")
    assert found.layer.entries == ("__init__.py", "checks")
    assert found.environment == ("numpy",)


def test_what_may_be_left_out_has_a_default(root):
    brief = '[course]\nname = "a"\npackage = "json"\n\n[students]\nlayer = []\n'
    found = loaded(root, brief)
    assert found.title == "a"
    assert found.environment == ()
    assert found.folders == loaded(root, GOOD).folders


@pytest.mark.parametrize(
    ("before", "after", "at", "words"),
    [
        (
            "title =",
            "titel =",
            "titel",
            "[course] has no key 'titel'. It has: name, title, package.",
        ),
        ("answers =", "bank =", "bank", "[folders] has no key 'bank'. It has: source, release,"),
        ("[folders]", "[places]", "[places]", "there is no 'places' in a course.toml. It has:"),
        ("environment =", "modules =", "modules", "[students] has no key 'modules'."),
        ('package = "json"', "package = 3", "package", "course.package should be a text"),
        ('"__init__.py", "checks"', "1, 2", "layer", "students.layer should be a list of texts"),
        ('["numpy"]', '"numpy"', "environment", "students.environment should be a list of texts"),
        ('source = "source"', 'source = "src"', "source", "there is no folder "),
        ('package = "json"', 'package = "opticks"', "package", "the package 'opticks' cannot be"),
        ('package = "json"', 'package = "a b"', "package", "the package 'a b' cannot be"),
        ('package = "json"', 'package = ""', "package", "the package '' cannot be imported"),
        ('package = "json"', 'package = ".x"', "package", "the package '.x' cannot be imported"),
        ('package = "json"', 'package = "json.decoder"', "package", "'json.decoder' cannot be"),
    ],
)
def test_a_mistake_is_told_with_its_key_and_line_and_what_to_do(root, before, after, at, words):
    assert before in GOOD
    text = GOOD.replace(before, after)
    found = said(root, text)
    assert found.startswith(f", line {line_of(text, at)}: ")
    assert words in found


@pytest.mark.parametrize(
    ("line", "key"),
    [('name = "optics"\n', "name"), ('package = "json"\n', "package")],
)
def test_a_key_that_is_missing_is_asked_for(root, line, key):
    assert f"[course] needs the key '{key}'. Add a line {key} = …" in said(
        root, GOOD.replace(line, "")
    )


def test_a_file_without_what_students_get_ships_nothing(root):
    without = GOOD[: GOOD.index("[students]")]
    assert "[students] needs the key 'layer'" in said(root, without)


def test_what_is_no_toml_is_told_with_its_line(root):
    text = GOOD.replace('title = "A first', "title = A first")
    found = said(root, text)
    assert "is no TOML" in found
    assert f"line {line_of(text, 'title')}" in found


def test_a_folder_without_a_course_says_what_to_do(tmp_path):
    with pytest.raises(CourseError) as error:
        find_course(tmp_path)
    assert str(error.value) == (
        f"There is no course.toml in {tmp_path} or above it. Go to the course's folder, or make "
        "one: course new course NAME."
    )


def test_the_nearest_course_above_is_found_and_the_first_place_tried_wins(root, tmp_path_factory):
    other = tmp_path_factory.mktemp("elsewhere")
    (root / FILE).write_text(GOOD, encoding="utf-8")
    deep = root / "class" / "submitted"
    deep.mkdir(parents=True)
    assert find_course(deep).root == root.resolve()
    assert find_course(other, deep).root == root.resolve()
    assert find_course(TINY, deep).root == TINY.resolve()


def test_a_course_that_is_installed_is_found_where_it_is_asked_for(root, tmp_path, monkeypatch):
    monkeypatch.setattr(course_file, "installed_courses", lambda: [TINY])
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    assert find_course(nowhere, installed=True).root == TINY.resolve()
    with pytest.raises(CourseError):
        find_course(nowhere)
    monkeypatch.setattr(course_file, "installed_courses", lambda: [TINY, root])
    with pytest.raises(CourseError, match=r"There is no course\.toml"):
        find_course(nowhere, installed=True)


tables = st.sampled_from([*KEYS, "extra"])
keys = st.sampled_from(["name", "title", "package", "source", "layer", "environment", "x"])
values = st.sampled_from(['"json"', '"source"', "3", "true", "[]", '["checks"]', "[1]", "{}"])
forms = st.dictionaries(tables, st.dictionaries(keys, values, max_size=4), max_size=4)


@settings(max_examples=200)
@example({"course": {"name": '"a"', "package": '"json"'}, "students": {"layer": "[]"}})
@given(forms)
def test_any_file_is_a_course_or_one_sentence(tmp_path_factory, form):
    root = tmp_path_factory.getbasetemp() / "any"
    (root / "source").mkdir(parents=True, exist_ok=True)
    lines = []
    for table, found in form.items():
        lines += [f"[{table}]", *(f"{key} = {value}" for key, value in found.items())]
    text = "\n".join(lines)
    tomllib.loads(text)
    known = all(set(found) <= set(KEYS.get(table, ())) for table, found in form.items())
    try:
        course = loaded(root, text)
    except CourseError as error:
        words = str(error)
        assert "\n" not in words
        line = re.search(r", line (\d+):", words)
        assert line is None or 1 <= int(line[1]) <= len(lines)
        return
    assert known
    assert isinstance(course, Course)


@pytest.mark.parametrize("name", ["source", "answers", "release", "solutions"])
def test_folders_may_be_called_otherwise(root, name):
    shutil.rmtree(root / "source")
    for folder in ("source", "ours"):
        (root / folder).mkdir()
    text = (
        GOOD[: GOOD.index("[folders]")] + f'[folders]\n{name} = "ours"\n\n[students]\nlayer = []\n'
    )
    assert getattr(loaded(root, text), name) == root / "ours"


def test_a_course_without_an_nbgrader_config_is_told_in_a_sentence(tmp_path):
    shutil.copytree(TINY, tmp_path / "course")
    (tmp_path / "course" / "nbgrader_config.py").unlink()
    section = find_section(load_course(tmp_path / "course"), "01")
    with pytest.raises(CourseError, match=r"nbgrader_config\.py\. Copy the one of another course"):
        master(section)
