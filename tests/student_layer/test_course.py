"""The small tools of the notebooks, and the wall between the layers."""

import ast
import asyncio

import numpy as np
import pytest

from helpers import course
from helpers.course import add_to_class, grading, needs_your_code, unattended, unwritten
from tests.kit.course import COURSE

PACKAGE = COURSE.layer.folder
LAYER = [path for path in COURSE.layer.files() if path.suffix == ".py"]
GRADING = ("helpers.grading", "helpers.exercises", "nbjudge")


@pytest.fixture(autouse=True)
def fresh_kernel(monkeypatch):
    """Nothing has waited yet."""
    monkeypatch.setattr(course, "_waited_for", set())


def e_step():
    raise NotImplementedError


def imports(path):
    """Every module that a file imports, absolute."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "helpers." * bool(node.level) + (node.module or "")
            yield from (f"{base}.{alias.name}".replace("..", ".") for alias in node.names)


@pytest.mark.parametrize("path", LAYER, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_student_layer_knows_neither_answers_nor_grading(path):
    for name in imports(path):
        assert not name.startswith(("helpers.reference", *GRADING)), name
        assert not name.startswith(("nbgrader", "nbclient", "jinja2", "typer", "rich")), name
    text = path.read_text(encoding="utf-8")
    assert "helpers.reference" not in text
    for part in GRADING:
        assert f'import_module(f"{part}' not in text


@pytest.mark.parametrize("path", sorted((PACKAGE / "reference").glob("*.py")), ids=lambda p: p.name)
def test_the_reference_knows_no_grading(path):
    assert not any(name.startswith(GRADING) for name in imports(path))


def test_a_method_is_added_to_objects_that_exist_already():
    class Shell:
        pass

    old = Shell()

    @add_to_class(Shell)
    def double(self, x):
        """Twice."""
        return 2 * x

    assert old.double(4) == Shell().double(4) == 8
    assert double(None, 3) == 6
    assert Shell.double.__doc__ == "Twice."


def test_a_method_that_is_written_again_replaces_the_old_one():
    class Shell:
        pass

    for number in (1, 2):

        @add_to_class(Shell)
        def value(self, number=number):
            return number

    assert Shell().value() == 2


def test_a_guarded_cell_names_the_todo_that_it_waits_for(capsys):
    with needs_your_code():
        e_step()
    assert capsys.readouterr().out == "⏳ This cell waits for your `e_step`.\n"


def test_a_guarded_cell_that_works_says_nothing(capsys):
    with needs_your_code():
        x = 1
    assert x == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "error",
    [
        ValueError("mine"),
        ZeroDivisionError(),
        KeyError("a"),
        AttributeError("x"),
        KeyboardInterrupt(),
        SystemExit(),
    ],
)
def test_other_errors_are_the_readers_to_see(error):
    with pytest.raises(type(error)), needs_your_code():
        raise error


def test_what_a_library_has_not_implemented_is_no_todo():
    with pytest.raises(NotImplementedError), needs_your_code():
        asyncio.AbstractEventLoop().time()


def test_a_name_that_an_earlier_guarded_cell_would_have_made_is_waited_for(capsys):
    with needs_your_code():
        e_step()
    with needs_your_code():
        fitted_mixture  # noqa: B018, F821
    assert "`fitted_mixture` does not exist yet" in capsys.readouterr().out


def test_a_misspelled_name_is_an_error_as_long_as_nothing_waits():
    with pytest.raises(NameError), needs_your_code():
        fitted_mixture  # noqa: B018, F821


def test_a_name_missing_inside_a_library_is_an_error_even_then(capsys):
    with needs_your_code():
        e_step()
    namespace = {}
    exec(compile("def broken():\n    return not_there", "/elsewhere/library.py", "exec"), namespace)
    with pytest.raises(NameError), needs_your_code():
        namespace["broken"]()


def test_a_variable_read_before_it_is_set_is_an_error_even_then():
    with needs_your_code():
        e_step()

    def slip():
        value += 1  # noqa: F821
        return value

    with pytest.raises(UnboundLocalError), needs_your_code():
        slip()


def test_the_todo_is_told_from_the_library():
    with pytest.raises(NotImplementedError) as todo:
        e_step()
    assert unwritten(todo.value) == "e_step"
    with pytest.raises(NotImplementedError) as library:
        asyncio.AbstractEventLoop().time()
    assert unwritten(library.value) is None
    assert unwritten(NotImplementedError()) is None


@pytest.mark.parametrize(
    ("value", "is_grading", "is_unattended"),
    [
        (None, False, False),
        ("", False, False),
        ("autograde", True, True),
        ("validate", False, True),
    ],
)
def test_who_runs_the_notebook_is_read_off_the_environment(
    monkeypatch, value, is_grading, is_unattended
):
    if value is None:
        monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    else:
        monkeypatch.setenv("NBGRADER_EXECUTION", value)
    assert grading() is is_grading
    assert unattended() is is_unattended


def test_data_are_the_same_for_the_same_generator_and_as_described():
    from helpers import data

    X, labels = data.blobs(500, np.random.default_rng(1))
    again, _ = data.blobs(500, np.random.default_rng(1))
    np.testing.assert_array_equal(X, again)
    assert X.shape == (500, 2)
    assert set(labels) == {0, 1, 2}
    assert data.BLOB_WEIGHTS.sum() == pytest.approx(1)
    for covariance in data.BLOB_COVARIANCES:
        np.testing.assert_array_equal(covariance, covariance.T)
        assert np.linalg.eigvalsh(covariance).min() > 0
    pixels, digits = data.digits()
    assert pixels.shape == (1797, 64)
    assert (pixels.min(), pixels.max()) == (0, 1)
    assert set(digits) == set(range(10))
    stream = data.drifting_stream(5, 40, np.random.default_rng(2))
    assert [batch.shape for batch in stream] == [(40, 2)] * 5
