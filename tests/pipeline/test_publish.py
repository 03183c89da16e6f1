"""What students get works with nothing installed, and holds nothing that is the instructor's."""

import ast
import base64
import functools
import http.server
import io
import itertools
import json
import re
import shutil
import subprocess
import sys
import sysconfig
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from helpers import __version__
from nbjudge.course.sections import source_notebook
from nbjudge.errors import PublishError
from nbjudge.notebook import cells
from nbjudge.notebook.regions import split_hidden
from nbjudge.publish.bundle import badge, download_url, publish
from tests.kit.course import COURSE, ROOT, SECTIONS, exercises
from tests.kit.submissions import cell, model_answers

pytestmark = pytest.mark.slow  # other Pythons import what was published

REPOSITORY = "https://github.com/someone/generative-models"
WHEEL = f"generative_models_helpers-{__version__}-py3-none-any.whl"
READY = f"Ready: the course's helpers {__version__}\n"


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    folder = tmp_path_factory.mktemp("published") / "course"
    publish(folder, COURSE, SECTIONS)
    return folder


def setup_cell(folder, name="01_discriminative_vs_generative.ipynb"):
    return cell(nbformat.read(folder / name, as_version=4), "setup")


def run_setup(source, folder):
    """Run a setup cell in a new Python that has the packages but no helpers."""
    code = f"import sys\nsys.path.append({sysconfig.get_path('purelib')!r})\n{source}"
    code += "\nimport helpers.plots, helpers.checks, pathlib\nprint(helpers.__path__[0])"
    folder.mkdir(exist_ok=True)
    # -S leaves out what pip installed in editable mode: these helpers
    command = [sys.executable, "-S", "-"]
    return subprocess.run(
        command, input=code, cwd=folder, capture_output=True, text=True, timeout=60
    )


def test_the_folder_holds_notebooks_the_wheel_a_readme_and_the_licence(published):
    names = {path.name for path in published.iterdir()}
    assert names == {f"{s.name}.ipynb" for s in SECTIONS} | {WHEEL, "README.md", "LICENSE"}


def test_the_wheel_is_small_pure_and_the_same_every_time(published, tmp_path):
    wheel = publish(tmp_path / "again", COURSE, SECTIONS)
    assert wheel.read_bytes() == (published / WHEEL).read_bytes()
    assert wheel.stat().st_size < 1_000_000
    with zipfile.ZipFile(wheel) as archive:
        kinds = {name.rpartition(".")[2] for name in archive.namelist() if "dist-info" not in name}
    assert kinds <= {"py", "npz"}


def test_a_notebook_alone_finds_the_wheel_inside_itself(published, tmp_path):
    done = run_setup(setup_cell(published).source, tmp_path / "alone")
    assert done.stdout.startswith(READY), done.stderr
    assert WHEEL in done.stdout


def test_helpers_beside_or_above_the_notebook_come_first(published, tmp_path):
    source = cell(source_notebook(SECTIONS[0]), "setup").source
    done = run_setup(source, published / "deeper")
    (published / "deeper").rmdir()
    assert str(published / WHEEL) in done.stdout, done.stderr
    assert str(ROOT / "helpers") in run_setup(source, ROOT / "release").stdout


def test_another_package_called_helpers_does_not_stand_in_the_way(published, tmp_path):
    (tmp_path / "helpers.py").write_text("print('not the course')\n")
    done = run_setup(setup_cell(published).source, tmp_path)
    assert READY in done.stdout, done.stderr


def test_without_helpers_the_setup_says_what_to_do(tmp_path):
    source = cell(source_notebook(SECTIONS[0]), "setup").source
    done = run_setup(source, tmp_path / "nothing")
    assert "put the course's .whl file beside it" in done.stderr.splitlines()[-1]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture
def web(tmp_path):
    """A folder on a server of this machine, and its address."""
    folder = tmp_path / "web"
    handler = functools.partial(Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_with_a_url_the_wheel_is_downloaded(web, tmp_path):
    folder, address = web
    publish(folder, COURSE, SECTIONS[:1], address)
    source = setup_cell(folder).source
    assert len(source) < 3000
    done = run_setup(source, tmp_path / "alone")
    assert done.stdout.startswith(READY), done.stderr


def test_a_download_that_is_not_the_course_is_refused(web, tmp_path):
    folder, address = web
    publish(folder, COURSE, SECTIONS[:1], address).write_bytes(b"something else")
    done = run_setup(setup_cell(folder).source, tmp_path / "alone")
    assert "What arrived is not the course's file" in done.stderr.splitlines()[-1]


def test_notebooks_published_earlier_keep_their_wheel_when_the_helpers_change(web, tmp_path):
    folder, address = web
    first, second = SECTIONS[:2]
    old = publish(folder, COURSE, [first], address)
    assert publish(folder, COURSE, [first], address) == old

    fewer = replace(COURSE.layer, entries=COURSE.layer.entries[:-1])
    new = publish(folder, replace(COURSE, layer=fewer), [second], address)
    assert old.read_bytes() != new.read_bytes()
    for section in (first, second):
        done = run_setup(setup_cell(folder, section.source.name).source, tmp_path / "alone")
        assert done.stdout.startswith(READY), done.stderr
        assert section.source.name in (folder / "README.md").read_text()


def test_a_wheel_beside_the_notebooks_does_not_outlive_its_helpers(web, tmp_path):
    folder, address = web
    beside = publish(folder, COURSE, SECTIONS[:1])
    publish(folder, COURSE, SECTIONS[:1], address)
    assert not beside.exists()
    done = run_setup(setup_cell(folder).source, folder)
    assert done.stdout.startswith(READY), done.stderr


def test_no_network_is_told_in_a_sentence(tmp_path):
    publish(tmp_path / "out", COURSE, SECTIONS[:1], "http://127.0.0.1:9")
    done = run_setup(setup_cell(tmp_path / "out").source, tmp_path / "alone")
    assert "could not be downloaded" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("url", [REPOSITORY, REPOSITORY + "/", REPOSITORY + ".git"])
def test_a_github_repository_gets_raw_links_and_badges(url):
    raw = "https://raw.githubusercontent.com/someone/generative-models/main/w.whl"
    assert download_url(url, "w.whl") == raw
    assert "/github/someone/generative-models/blob/main/01.ipynb" in badge("01.ipynb", url)


def test_another_branch_and_another_host():
    assert "/someone/generative-models/v2/w.whl" in download_url(REPOSITORY + "/tree/v2", "w.whl")
    assert (
        download_url("https://example.org/course/", "w.whl") == "https://example.org/course/w.whl"
    )
    assert badge("01.ipynb", "https://example.org/course/") == ""


def test_the_readme_has_a_badge_for_every_notebook(tmp_path):
    publish(tmp_path, COURSE, SECTIONS, REPOSITORY)
    text = (tmp_path / "README.md").read_text()
    for section in SECTIONS:
        assert f"blob/main/{section.name}.ipynb" in text


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "thesis.tex").write_text("x")
    with pytest.raises(PublishError, match="holds something else"):
        publish(tmp_path, COURSE, SECTIONS)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_section_that_is_not_released_leaves_the_folder_as_it_is(tmp_path):
    unreleased = replace(COURSE, folders=replace(COURSE.folders, release="not there"))
    sections = [replace(section, course=unreleased) for section in SECTIONS]
    with pytest.raises(PublishError, match="not released yet"):
        publish(tmp_path / "out", unreleased, sections)
    assert not (tmp_path / "out").exists()


# --- an allow-list ------------------------------------------------------------------------------

SECRET = "the answer to everything"
UNNAMED = ("notes.py", "key/answers.py", "exercises/extra.py", "reference/extra.py")
NAMED = "gaussian_mixtures/extra.py"  # in a folder that course.toml names
STAGED = """
from pathlib import Path
from nbjudge.confine.stage import staged
from nbjudge.course.course import load_course
with staged(load_course(Path()).layer, fonts=False) as stage:
    for path in stage.folder.rglob("*"):
        if path.is_file():
            print(path.relative_to(stage.folder), repr(path.read_bytes()))
"""


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """A copy of the course to whose package files were added, and what is published of it."""
    root = tmp_path_factory.mktemp("grown")
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copy(ROOT / name, root)
    for name in ("source", "release"):
        (root / name).symlink_to(ROOT / name)
    shutil.copytree(
        COURSE.layer.folder, root / "helpers", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in (*UNNAMED, NAMED):
        path = root / "helpers" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"SAID = {SECRET!r}\n")
    command = [Path(sys.executable).with_name("course"), "publish", "out"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return root


def in_wheel(data):
    """Content of a wheel's files by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def added(files):
    """The files that were added to the package, as they are found among others."""
    return {
        name.removeprefix("layer/").removeprefix("helpers/")
        for name, content in files.items()
        if SECRET in str(content)
    }


def test_a_file_that_nobody_named_is_not_in_the_wheel(grown):
    assert added(in_wheel((grown / "out" / WHEEL).read_bytes())) == {NAMED}


def test_a_file_that_nobody_named_is_not_in_the_notebooks(grown):
    for section in SECTIONS:
        tree = ast.parse(setup_cell(grown / "out", section.source.name).source)
        keywords = {n.arg: n.value for n in ast.walk(tree) if isinstance(n, ast.keyword)}
        carried = base64.b64decode(ast.literal_eval(keywords["content"]))
        assert added(in_wheel(carried)) == {NAMED}


def test_a_file_that_nobody_named_is_not_on_the_stage(grown):
    done = subprocess.run(
        [sys.executable, "-c", STAGED], cwd=grown, check=True, capture_output=True, text=True
    )
    files = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert "layer/helpers/checks.py" in files
    assert added(files) == {NAMED}


# --- nothing of the instructor's, by content -----------------------------------------------------


def says_something(statement):
    constant = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return not constant and not isinstance(statement, (ast.Import, ast.ImportFrom))


def pieces(source):
    """Normal forms of statements: pairs in a row of some length, and long single ones."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        body = getattr(node, "body", None)
        plain = [ast.dump(s) for s in body if says_something(s)] if isinstance(body, list) else []
        found |= {a + b for a, b in itertools.pairwise(plain) if len(a + b) > 400}
        found |= {a for a in plain if len(a) > 900}
    return found


def everything(folder):
    """All code and all text that a student can read."""
    code, texts = [], []
    with zipfile.ZipFile(folder / WHEEL) as archive:
        for name in archive.namelist():
            if name.endswith(".py"):
                code.append(archive.read(name).decode())
    for path in folder.glob("*.ipynb"):
        texts.append(re.sub(r'"[A-Za-z0-9+/=]{90,}', "", path.read_text()))
        notebook = nbformat.read(path, as_version=4)
        code += [c.source for c in notebook.cells if c.cell_type == "code" and c.id != "setup"]
    return code, "\n".join([*texts, *code])


def test_no_solution_and_nothing_of_reference_or_grading_is_inside(published):
    code, _ = everything(published)
    public = set().union(*map(pieces, code))
    secret = {
        path.name: path.read_text()
        for part in ("helpers/reference", "helpers/exercises", "nbjudge/src")
        for path in (ROOT / part).rglob("*.py")
    }
    for section in SECTIONS:
        secret |= {
            f"{section.name}/{k}": v for k, v in model_answers(section).items() if k in exercises()
        }
    for name, source in secret.items():
        assert not pieces(source) & public, name


def test_no_hidden_test_criterion_or_hint_is_inside(published):
    _, text = everything(published)
    assert "HIDDEN TESTS" not in text
    assert "SOLUTION" not in text
    assert "helpers.reference" not in text
    assert "helpers.exercises" not in text
    assert "nbjudge" not in text
    for exercise in exercises().values():
        for criterion in exercise.criteria:
            assert criterion.hint[:40] not in text, (exercise.name, criterion.name)
    for section in SECTIONS:
        for test in filter(cells.is_test, source_notebook(section).cells):
            assert split_hidden(test.source)[1].strip() not in text


def test_notebooks_have_no_outputs_and_every_todo_is_open(published):
    for path in published.glob("*.ipynb"):
        for form in json.loads(path.read_text())["cells"]:
            assert not form.get("outputs")
            nbgrader = form["metadata"].get("nbgrader", {})
            if nbgrader.get("solution") and form["cell_type"] == "code":
                assert "".join(form["source"]).rstrip().endswith("raise NotImplementedError")
