"""Cells cut into statements at the character, whatever ends their lines; and what these need."""

import ast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nbjudge.notebook import cells
from nbjudge.notebook.salvage import LEFT_OUT, runs, salvaged
from nbjudge.notebook.statements import FILLING, additions, definitions, statements

PIECES = [
    "x = 1",
    "x = 'é𝛑'; y = 2",
    "note = 'a\u2028b\x85c\x0b'  # \u2028 and é",
    "text = '''one\n\x0c\ntwo'''",
    "@decorated\n# why\n@twice(1)\ndef f(a, b=')'):\n    return a  # é",
    "class A:\n    'é'\n\n    def f(self): return 1",
    "if x:\n    def f(): pass\nelse:\n    f = None",
    "try:\n    import a\nexcept ImportError:\n    a = 1\nfinally:\n    b = 2",
    "(1 +\n 2)",
    "f(a)[\n'é'\n]",
    "z = 1 + \\\n  2",
    "é: int = 3",
    "\x0cx = 2",
    "for i in range(3): x += i",
    "def g(): return 1;",
]
FILLINGS = ["", "\n", "# é\u2028\n", "\n\n#! ;\n", "\x0c\n", "   \n"]
cuts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(FILLINGS)), max_size=6)


@settings(max_examples=200)
@given(cuts, st.sampled_from(["\n", "\r\n", "\r"]))
@example([("x = 'é𝛑'; y = 2", "")], "\n")
def test_statements_and_what_is_between_them_are_the_cell(parts, end):
    source = "".join(f"{piece}\n{filling}" for piece, filling in parts).replace("\n", end)
    found = statements(source)
    tree = ast.parse(source)
    assert len(found) == len(tree.body)
    at = 0
    for statement, node in zip(found, tree.body, strict=True):
        between = source[at : statement.start]
        assert FILLING.fullmatch(between)
        assert source[statement.start : statement.end] == statement.text
        (alone,) = ast.parse(statement.text).body
        assert ast.dump(alone) == ast.dump(node)
        at = statement.end
    assert FILLING.fullmatch(source[at:])


@settings(max_examples=300)
@given(st.text(st.sampled_from("ab=1;:()'\"#@\\ \n\r\x0c\x0b\x85\u2028é%!?\t"), max_size=40))
def test_any_text_is_cut_without_an_exception(source):
    for statement in statements(source):
        assert statement.text in cells.reading(source)[0]
        assert statement.binds | statement.reads | statement.words is not None
    definitions(source, {"a"})
    assert salvaged(source) == "" or runs(salvaged(source))


BINDS = {
    "setattr(A, 'name', f)": {"name"},
    "A.name = f": {"A", "name"},
    "globals()['name'] = f": {"name"},
    "globals().update(name=f)": {"name"},
    "vars().update({'name': f})": {"name"},
    "name, other = f, g": {"name", "other"},
    "name: object = f": {"name"},
    "name: object": set(),
    "for name in x:\n    def f(): pass": {"name", "f"},
    "with a as b:\n    name = f": {"b", "name"},
    "try:\n    name = f\nexcept E:\n    def g(): pass\nelse:\n    h = 1\nfinally:\n    k = 1": {
        *("name", "g", "h", "k")
    },
    "if a:\n    pass\nelif b:\n    name = f\nelse:\n    from m import g as h": {"name", "h"},
    "while a:\n    class name: x = 1": {"name"},
    "match a:\n    case 1:\n        name = f": {"name"},
    "def f():\n    name = 1": {"f"},
    "print(name)": set(),
}


@pytest.mark.parametrize(("source", "names"), BINDS.items(), ids=BINDS)
def test_names_that_a_statement_binds(source, names):
    (statement,) = statements(source)
    assert statement.binds == names


NEEDS = """import math
from os import path
half = 0.5
table = {}
table["a"] = 1
table.update(b=2)
other = print
def helper(x):
    return math.floor(x * half)
def answer(x, other=None):
    total = helper(x)
    return total + len(table)
demo = answer(3)
print(demo)
def unused(): return path
"""


def test_a_definition_is_taken_with_what_it_needs_of_its_cell_and_nothing_else():
    taken = statements(definitions(NEEDS, {"answer"}))
    assert [line.text.split("\n")[0] for line in taken] == [
        "import math",
        "half = 0.5",
        "table = {}",
        'table["a"] = 1',
        "table.update(b=2)",
        "def helper(x):",
        "def answer(x, other=None):",
    ]


def test_a_loop_that_makes_methods_is_taken_with_its_functions():
    source = (
        "def f(self): return 1\nmade = {'f': f}\nfor n, g in made.items():\n    setattr(A, n, g)"
    )
    assert definitions(source, {"f"}) == source.replace("\n", "\n\n", 2)


def test_what_was_added_is_told_from_what_was_there():
    ours = "import a\nb = 1\n"
    theirs = "import a\nb = 2\nnote = 'x\u2028y'\nif b:\n    c = 1  # mine"
    assert additions(ours, theirs) == ["note = 'x\u2028y'", "if b:\n    c = 1  # mine"]


ANSWER = "def answer(x):\n    return x + 1"
BROKEN = {
    "prose above": f"This is my answer:\n{ANSWER}",
    "prose with a quote": f"I'm sure it's this one\n\n{ANSWER}",
    "prose below": f"{ANSWER}\n\nand that was it",
    "prose between": f"import math\nthen I define\n{ANSWER}\nso it works",
    "a bracket below": f"{ANSWER}\n\nprint(answer(1)\nplot(",
    "a definition below": f"{ANSWER}\n\ndef unfinished(",
    "return at the margin": f"{ANSWER}\nreturn answer",
    "a diff's mark": f"<<<<<<< HEAD\n{ANSWER}\n=======",
    "a command without its mark": f"pip install numpy\n%matplotlib inline\n!ls\n{ANSWER}",
    "a heading": f"Answer\n------\n{ANSWER}",
    "decorated": f"my try\n@decorated\n# why\n{ANSWER}",
}


@pytest.mark.parametrize("source", BROKEN.values(), ids=BROKEN)
def test_of_a_cell_that_is_no_python_the_definitions_are_kept(source):
    assert not runs(source)
    read = salvaged(source)
    assert runs(read)
    assert "answer" in cells.defined_names(read)
    assert ANSWER in read
    lines = zip(read.split("\n"), source.split("\n"), strict=True)
    assert all(ours in (theirs, LEFT_OUT + theirs) for ours, theirs in lines)


@pytest.mark.parametrize(
    "source",
    [
        "def answer(x)\n    return 1",
        f"{ANSWER}\n    print(",
        "only prose here",
        "x = (1",
        "",
        ANSWER,
    ],
)
def test_where_no_definition_is_whole_or_nothing_is_broken_there_is_nothing_to_salvage(source):
    assert salvaged(source) == ""
