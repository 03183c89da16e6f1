"""Stand-ins for packages that are not here, and what a cell defines apart from what it does."""

import ast
import inspect
import math

import numpy as np
import pytest

from nbjudge.guest.definitions import definitions, to_come
from nbjudge.guest.standins import StandIn, missing_package, stand_ins

HERE = {"np": np, "math": math}


def failure(statement):
    """The exception that a statement raises."""
    try:
        exec(statement, {})
    except Exception as error:
        return error
    raise AssertionError(f"{statement} raised nothing")


@pytest.fixture
def names():
    return {"px": StandIn("plotly"), "np": np}


@pytest.mark.parametrize(
    "use",
    [
        "px.scatter(x=[1])",
        "px.express.scatter.figure()",
        "px['a']",
        "px.data['a']",
        "list(px)",
        "[*px.colors]",
        "px + 1",
        "1 - px.a",
        "2 ** px.a",
        "-px.a",
        "np.ones(2) * px.a",
        "np.asarray(px.a)",
        "px.a < 3",
        "float(px.pi)",
        "len(px.a)",
        "'a' in px.a",
        "bool(px)",
        "px.a.b = 3",
        "class Mine(px.Model): pass",
        "@px.jit\ndef f(): pass",
        "with px.no_grad(): pass",
    ],
)
def test_a_stand_in_fails_when_it_is_used(use, names):
    with pytest.raises(ModuleNotFoundError) as error:
        exec(use, names)
    assert str(error.value) == "plotly is not installed where this is graded."
    assert error.value.name == "plotly"


def test_a_stand_in_can_be_named_and_passed_around(names):
    exec("def f(x: px.Array, y=px.colors.a.b) -> px.Figure: return isinstance(x, px.Array)", names)
    assert names["f"](3) is False
    exec("both = isinstance(np.ones(2), (np.ndarray, px.Array)), px is not None", names)
    assert names["both"] == (True, True)
    assert "plotly" in repr(names["px"])
    assert inspect.unwrap(names["px"]) is names["px"]
    with pytest.raises(AttributeError, match="plotly is not installed"):
        exec("px.__version__", names)


@pytest.mark.parametrize(
    ("statement", "package"),
    [
        ("import no_such_package", "no_such_package"),
        ("import no_such_package.part as p", "no_such_package"),
        ("from no_such_package.part import thing", "no_such_package"),
        ("import json.no_such_part", ""),
        ("from numpy.no_such_part import x", ""),
        ("from json import no_such_name", ""),
        ("1 / 0", ""),
        ("from . import x", ""),
    ],
)
def test_a_package_is_missing_only_if_nothing_of_it_is_here(statement, package):
    assert missing_package(failure(statement)) == package


def test_in_a_shared_namespace_the_part_is_missing(tmp_path, monkeypatch):
    (tmp_path / "shared_space" / "here").mkdir(parents=True)
    (tmp_path / "shared_space" / "here" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    assert missing_package(failure("from shared_space.there import x")) == "shared_space.there"
    assert missing_package(failure("import shared_space.here.nothing")) == ""


@pytest.mark.parametrize(
    ("statement", "bound"),
    [
        ("import plotly", ["plotly"]),
        ("import plotly.express", ["plotly"]),
        ("import plotly.express as px", ["px"]),
        ("from plotly import express, io as pio", ["express", "pio"]),
        ("from plotly import *", []),
    ],
)
def test_stand_ins_have_the_names_that_the_import_gives(statement, bound):
    (node,) = ast.parse(statement).body
    assert list(stand_ins(node, "plotly")) == bound


def bound_by(source, before=HERE):
    """What the definitions in some statements bind, those that fail left out."""
    names = dict(before)
    for node in definitions(ast.parse(source).body, names):
        try:
            exec(compile(ast.Module([node], []), "<cell 1>", "exec"), names)
        except Exception:
            continue
    return {name for name in names if name not in before and not name.startswith("__")}


@pytest.mark.parametrize(
    ("source", "bound"),
    [
        ("def f(): pass\nclass A: pass\nasync def g(): pass", {"f", "A", "g"}),
        ("import json, os.path as p\nfrom re import match", {"json", "p", "match"}),
        ("f = lambda x: x\ng = h = f", {"f", "g", "h"}),
        ("EPS, N = 1e-3, 5\nM: int = 2 * N\nx: float", {"EPS", "N", "M"}),
        (
            "LOG = np.log(2 * math.pi)\nrng = np.random.default_rng()\nn = rng.normal()",
            {"LOG", "rng", "n"},
        ),
        ("def f(x): pass\nv = np.vectorize(f)\ny = v([1])\nz = np.vectorize(f)([1])", {"f", "v"}),
        ("def f(): pass\nx = f()\ny = [f() for _ in range(3)]", {"f"}),
        ("if 1 > 0:\n    def f(): pass\nelse:\n    def g(): pass", {"f"}),
        ("if not hasattr(np, 'exp'):\n    def f(): pass\nelif True:\n    x = 1", {"x"}),
        ("def t(): return True\nif t():\n    def f(): pass", {"t"}),
        ("with open('no such file') as file:\n    def f(): pass\n    x = 3", {"f", "x"}),
        ("try:\n    import no_such_package as m\nexcept ImportError:\n    m = None", {"m"}),
        ("try:\n    1 / 0\n    def f(): pass\nfinally:\n    x = 1", {"f", "x"}),
        ("for i in range(3):\n    def f(): pass", set()),
        ("while False:\n    pass\nprint('x')\n'text'\nassert 0", set()),
        ("def f(x=1 / 0): pass\n@f\ndef g(): pass\ndef h(): pass", {"h"}),
        ("globals()['f'] = lambda: 1", {"f"}),
        ("from functools import lru_cache\nf = lru_cache(None)(lambda x: x)", {"lru_cache", "f"}),
        ("x = [1]\nx[0] = 2\nx.append(3)\nx += [4]", {"x"}),
    ],
)
def test_what_defines_is_told_from_what_is_done(source, bound, capsys):
    assert bound_by(source) == bound
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "source",
    [
        "A.f = f",
        "A.f = staticmethod(f)",
        "setattr(A, 'f', f)",
        "setattr(A, 'f', lambda self: 2)",
        "register(A)(f)",
    ],
)
def test_methods_given_to_a_class_are_definitions(source):
    class A:
        pass

    def register(cls):
        return lambda function: setattr(cls, function.__name__, function)

    def f(self=None):
        return 2

    bound_by(source, {"A": A, "register": register, "f": f})
    assert A().f() == 2


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("with a:\n    b\n    c\n    d", ["c", "d"]),
        ("with b:\n    c", ["c"]),
        ("if a:\n    b\n    c\nelse:\n    d", ["c"]),
        ("if a:\n    x\nelse:\n    b\n    c", ["c"]),
        ("if b:\n    c\nelse:\n    d", []),
        ("try:\n    b\n    c\nfinally:\n    d", ["c"]),
        ("try:\n    x\nexcept E:\n    b\n    c", ["c"]),
        ("with a:\n    if x:\n        b\n        c\n    d", ["c", "d"]),
        ("for x in y:\n    b\n    c", []),
        ("if a:\n    import b\n    c", ["import b", "c"]),
        ("b", []),
    ],
)
def test_what_was_still_to_come_of_a_statement_that_ended_at_b(source, left):
    (node,) = ast.parse(source).body
    line = next(i for i, text in enumerate(source.splitlines(), 1) if "b" in text.split(":")[0])
    assert [ast.unparse(inner) for inner in to_come(node, line)] == left
