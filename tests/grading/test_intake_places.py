"""Wherever a person would find an answer, it is run before its test; what it took is said."""

import ast
import functools
import json
import textwrap

import nbformat.v4 as nbf
import pytest

from nbjudge.intake.answers import ELSEWHERE
from nbjudge.intake.assemble import clean
from nbjudge.intake.reading import CHECK, interpret
from nbjudge.notebook import cells
from tests.kit.placed import (
    BOUND,
    MASTER,
    METHODS,
    MODEL,
    SHELL,
    SIMPLE,
    append,
    assembled,
    body,
    functions,
    method,
    plain,
    remarks,
    undone,
)
from tests.kit.submissions import (
    cell,
    place,
    text,
)


@functools.cache
def code_of(name):
    """The compiled body of the model answer, as it is in its notebook."""
    (function,) = (n for n in ast.parse(MODEL[name]).body if isinstance(n, ast.FunctionDef))
    function.decorator_list = []
    space = {}
    exec(compile(ast.Module([function], []), "model", "exec"), space)
    return space[function.name].__code__


def at_tests(notebook):
    """What each test would find under its exercise's name, every cell above it having run.

    A cell that raises goes on with the next, as the judge does.
    """
    space, found = {"get_ipython": Shell}, {}
    for number, c in enumerate(notebook.cells):
        if c.cell_type != "code" or c.id == "setup":
            continue
        if cells.is_test(c):
            name = cells.grade_id(c).removeprefix("test_")
            where = vars_of(space.get("GMM")) if name in METHODS else space
            found[name] = where.get(BOUND[name])
            continue
        try:
            exec(compile(cells.as_python(c.source), f"cell {number}", "exec"), space)
        except Exception:
            if cells.is_solution(c):
                raise
    return found


class Shell:
    """Stands for IPython where a cell has a line that is run by it."""

    def system(self, *_): ...

    def run_line_magic(self, *_): ...


def vars_of(cls):
    return {name: value for of in reversed(cls.__mro__) for name, value in vars(of).items()}


def assert_all_found(notebook):
    made = assembled(notebook)
    assert made.metadata.course.absent == {}
    for name, answer in at_tests(made).items():
        assert answer.__code__.co_code == code_of(name).co_code, name
        assert answer.__code__.co_names == code_of(name).co_names, name
    return made


def typed_into_the_shell():
    notebook = undone(*METHODS)
    cell(notebook, "gmm_shell").source += "\n\n" + body()
    return notebook


def shell_with_a_helper_above():
    notebook = undone(*METHODS)
    helper = "from functools import wraps\n\n\ndef same(f):\n    return wraps(f)(f)\n\n\n"
    marked = body().replace("    def _e_step", "    @same\n    def _e_step")
    own = cell(notebook, "gmm_shell")
    own.source = f"{helper}{own.source}\n\n{marked}"
    return notebook


def shell_that_became_a_cell_of_its_own():
    notebook = typed_into_the_shell()
    own = cell(notebook, "gmm_shell")
    own.metadata, own.id = {}, "x"
    return notebook


def typed_into_the_first_todo():
    notebook = undone(*METHODS)
    cell(notebook, "e_step").source = f"{SHELL}\n\n{body()}"
    return notebook


def typed_into_a_test():
    notebook = undone(*METHODS)
    own = cell(notebook, "test_sample")
    own.source = f"class GMM(GMM):\n{body()}\n\n{own.source}"
    return notebook


def one_class_a_method():
    return append(undone(*METHODS), *(f"class GMM(GMM):\n{method(name)}" for name in METHODS))


def among_todos_that_are_answered():
    notebook = undone("m_step", "sample")
    at = place(notebook, "test_log_likelihood") + 1
    notebook.cells.insert(at, nbf.new_code_cell(f"class GMM:\n{body(['m_step', 'sample'])}"))
    return notebook


def with_what_it_needs_in_other_cells():
    marked = body().replace("    def _e_step", "    @kept\n    def _e_step")
    return append(
        undone(*METHODS),
        "import functools as tools\n\nKEEP = {}\nKEEP['f'] = tools.wraps",
        "def kept(f):\n    return KEEP['f'](f)(f)\n\n\nclass Base:\n    pass",
        f"class GMM(Base):\n{marked}\n\n\ngmm = GMM(2)\nsample = gmm.max_iter",
    )


def below_a_shell_line():
    return append(undone(*METHODS), f"!ls\n%matplotlib inline\nclass GMM(GMM):\n{body()}")


def under_try():
    whole = textwrap.indent(f"class GMM(GMM):\n{body()}", "    ")
    return append(undone(*METHODS), f"try:\n    import numpy\nfinally:\n{whole}")


def under_another_name():
    return append(undone(*METHODS), f"class Mine(GMM):\n{body()}", "GMM = Mine")


def by_type():
    table = ", ".join(f"'{BOUND[name]}': {BOUND[name]}" for name in METHODS)
    made = f"GMM = type('GMM', (GMM,), {{{table}}})"
    return append(undone(*METHODS), f"{functions()}\n\n\n{made}")


def below_prose():
    return append(
        undone(*METHODS), f"my class is this one\n\nclass GMM(GMM):\n{body()}\n\nso there"
    )


CLASSES = [
    typed_into_the_shell,
    shell_with_a_helper_above,
    shell_that_became_a_cell_of_its_own,
    typed_into_the_first_todo,
    typed_into_a_test,
    one_class_a_method,
    among_todos_that_are_answered,
    with_what_it_needs_in_other_cells,
    below_a_shell_line,
    under_try,
    under_another_name,
    by_type,
    below_prose,
]


@pytest.mark.parametrize("header", ["class GMM:", "class GMM():", "class GMM(object):"])
@pytest.mark.parametrize("with_shell", [True, False])
def test_a_class_written_anew_is_run_on_top_of_ours(header, with_shell):
    whole = SHELL if with_shell else "class GMM:"
    notebook = append(undone(*METHODS), whole.replace("class GMM:", header) + "\n" + body())
    made = assert_all_found(notebook)
    assert sum("own class GMM was run on top of ours" in r for r in remarks(made)) == 1
    assert not any(r.startswith(CHECK) for r in remarks(made))
    assert {cell(made, name).source for name in METHODS} == {ELSEWHERE}


@pytest.mark.parametrize("write", CLASSES)
def test_a_class_is_found_wherever_it_was_written(write):
    made = assert_all_found(write())
    assert any("own class GMM was run on top of ours" in r for r in remarks(made))


def test_what_a_class_leaves_out_is_ours_and_its_base_is_within_reach():
    own = (
        f"class GMM:\n    def __init__(self, *a, **k):\n        super().__init__(*a, **k)\n{body()}"
    )
    made = assert_all_found(append(undone(*METHODS), own))
    space = {}
    for c in made.cells:
        if c.id in ("imports", "gmm_shell") or c.id.startswith("own-"):
            exec(c.source, space)
    model = space["GMM"](2, seed=1)
    history = model.fit(space["np"].array([[0.0], [0.1], [5.0], [5.2]]))
    assert len(history) > 1
    assert model.means.shape == (2, 1)


@pytest.mark.parametrize(
    "change", [("    ", "  "), ("# (K,)", "# the weights"), ("\n\n", "\n\n\n")]
)
@pytest.mark.parametrize("where", ["in place", "at the end"])
def test_a_shell_that_does_as_ours_does_is_no_repair(change, where):
    notebook = undone()
    source = SHELL.replace(*change)
    if where == "at the end":
        append(notebook, source)
    else:
        cell(notebook, "gmm_shell").source = source
    made = assert_all_found(notebook)
    assert remarks(made) == []
    assert not any(c.id.startswith("own-") for c in made.cells)


def test_an_attribute_that_was_added_to_the_shell_is_there():
    notebook = undone()
    own = cell(notebook, "gmm_shell")
    own.source = own.source.replace(
        "self.weights = None", "self.seen = 0\n        self.weights = 0"
    )
    made = assert_all_found(notebook)
    space = {}
    for c in made.cells:
        if c.id in ("imports", "gmm_shell") or c.id.startswith("own-"):
            exec(c.source, space)
    assert space["GMM"](2).seen == 0


def test_a_method_in_both_places_is_asked_about_and_the_one_in_its_cell_counts():
    wrong = "class GMM(GMM):\n    def sample(self, n_samples):\n        return 0"
    made = assert_all_found(append(undone(), wrong))
    assert any(r.startswith(f"{CHECK}sample is in a class GMM") for r in remarks(made))


def test_of_a_method_written_twice_the_last_one_counts_and_a_human_is_asked():
    wrong = "class GMM(GMM):\n    def sample(self, n_samples):\n        return 0"
    made = assert_all_found(append(undone(*METHODS), wrong, f"class GMM(GMM):\n{body()}"))
    assert any(r.startswith(f"{CHECK}sample of class GMM") for r in remarks(made))


@pytest.mark.parametrize("left", ["raise NotImplementedError", "pass", "...", "'later'"])
def test_a_method_left_undone_in_a_class_is_not_attempted(left):
    empty = f"class GMM(GMM):\n    def sample(self, n_samples):\n        {left}"
    made = clean(MASTER, interpret(json.loads(text(append(undone("sample"), empty))), "x", 1))
    assert made.metadata.course.absent == {"sample": "not_attempted"}


def test_a_class_that_needs_a_later_answer_to_be_made_waits_for_it():
    notebook = undone("conditional_sample", "online_update")
    names = ["conditional_sample", "online_update"]
    own = f"class GMM(GMM):\n    count = staticmethod(n_parameters)\n{body(names)}"
    made = assert_all_found(append(notebook, own))
    run = [c.source for c in made.cells]
    assert run.index(MODEL["n_parameters"]) < next(i for i, s in enumerate(run) if "count =" in s)


ATTACHED = {
    "by decorator in one cell": "\n\n\n".join(MODEL[name] for name in METHODS),
    "by setattr": functions()
    + "\n\n"
    + "\n".join(f"setattr(GMM, '{BOUND[n]}', {BOUND[n]})" for n in METHODS),
    "by attribute": functions()
    + "\n\n"
    + "\n".join(f"GMM.{BOUND[n]} = {BOUND[n]}" for n in METHODS),
    "all at once": functions()
    + "\n\n"
    + ", ".join(f"GMM.{BOUND[n]}" for n in METHODS)
    + " = "
    + ", ".join(BOUND[n] for n in METHODS),
    "in a loop": f"{functions()}\n\nfor f in [{', '.join(BOUND[n] for n in METHODS)}]:\n"
    "    setattr(GMM, f.__name__, f)",
    "in a loop over names": f"{functions()}\n\nnames = {[BOUND[n] for n in METHODS]}\n"
    "for name in names:\n    setattr(GMM, name, globals()[name])",
}


@pytest.mark.parametrize("source", ATTACHED.values(), ids=ATTACHED)
@pytest.mark.parametrize("where", ["at the end", "in the last todo"])
def test_methods_made_of_functions_in_one_cell_are_found(source, where):
    notebook = undone(*METHODS)
    if where == "at the end":
        append(notebook, source)
    else:
        cell(notebook, METHODS[-1]).source = source
    made = assert_all_found(notebook)
    assert remarks(made) != []


@pytest.mark.parametrize("how", ["by setattr", "by attribute", "all at once", "in a loop"])
def test_functions_in_cells_of_their_own_are_made_methods_as_the_last_one_says(how):
    last = ATTACHED[how].removeprefix(functions())
    made = assert_all_found(append(undone(*METHODS), *map(plain, METHODS), last))
    assert any("made a method of GMM as another cell does" in r for r in remarks(made))
    assert not any(r.startswith(CHECK) for r in remarks(made))


def renamed(name, other):
    return MODEL[name].replace(f"def {name}(", f"def {other}(")


FORMS = {
    "def": MODEL[SIMPLE],
    "if": "if True:\n" + textwrap.indent(MODEL[SIMPLE], "    "),
    "else": "if not __name__:\n    pass\nelse:\n" + textwrap.indent(MODEL[SIMPLE], "    "),
    "try": "try:\n" + textwrap.indent(MODEL[SIMPLE], "    ") + "\nexcept ValueError:\n    pass",
    "except": "try:\n    import no_such_package\nexcept ImportError:\n"
    + textwrap.indent(MODEL[SIMPLE], "    "),
    "with": "import warnings\nwith warnings.catch_warnings():\n"
    + textwrap.indent(MODEL[SIMPLE], "    "),
    "for": "for _ in range(1):\n" + textwrap.indent(MODEL[SIMPLE], "    "),
    "assigned": renamed(SIMPLE, "count") + f"\n\n{SIMPLE} = count",
    "annotated": renamed(SIMPLE, "count") + f"\n\n{SIMPLE}: object = count",
    "as a pair": renamed(SIMPLE, "count") + f"\n\n{SIMPLE}, other = count, 1",
    "assigned in with": renamed(SIMPLE, "count")
    + f"\n\nimport warnings\nwith warnings.catch_warnings():\n    {SIMPLE} = count",
    "globals": renamed(SIMPLE, "count") + f"\n\nglobals()['{SIMPLE}'] = count",
    "update": renamed(SIMPLE, "count") + f"\n\nglobals().update({SIMPLE}=count)",
    "below prose": f"I'd say it is this:\n{MODEL[SIMPLE]}",
    "below a shell line": f"!pip install numpy\n%matplotlib inline\n{MODEL[SIMPLE]}",
    "under two timers": f"%%capture\n%%time\n{MODEL[SIMPLE]}",
}


@pytest.mark.parametrize("source", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("where", ["at the end", "in its place", "in a later todo", "on a test"])
def test_an_answer_is_found_in_every_form_and_place(source, where):
    notebook = undone(SIMPLE)
    if where == "at the end":
        append(notebook, source)
    elif where == "in its place":
        cell(notebook, SIMPLE).source = source
    else:
        later = "compute_bic" if where == "in a later todo" else "test_sample"
        if source.startswith("%%"):
            pytest.skip("a cell magic stands on top of its cell")
        cell(notebook, later).source = f"{source}\n\n\n{cell(notebook, later).source}"
    made = assert_all_found(notebook)
    assert (remarks(made) == []) == (where == "in its place" and source != FORMS["below prose"])


def test_an_answer_takes_along_what_it_needs_of_its_cell_and_of_cells_above_it():
    notebook = undone(SIMPLE)
    helper = "import math as sums\n\n\ndef count(*a):\n    return sums.prod(a) and inner(*a)"
    last = MODEL["torch_log_prob"]
    cell(notebook, "torch_log_prob").source = f"{helper}\n\n\n{SIMPLE} = count\n\n\n{last}"
    inner = nbf.new_code_cell(renamed(SIMPLE, "inner"))
    notebook.cells.insert(place(notebook, "torch_log_prob"), inner)
    append(notebook, f"answer = {SIMPLE}")
    made = assembled(notebook)
    found = at_tests(made)[SIMPLE]
    assert found.__name__ == "count"
    assert found.__globals__["sums"].prod([2, 3]) == 6
    at = next(i for i, c in enumerate(made.cells) if cells.grade_id(c) == SIMPLE)
    assert "def inner(" in "\n".join(c.source for c in made.cells[:at])


def test_a_demonstration_that_binds_a_name_is_no_answer():
    notebook = undone("sample")
    append(notebook, "with needs_your_code():\n    sample = GMM(2).sample(3)", "sample = 3")
    made = clean(MASTER, interpret(json.loads(text(notebook)), "x", 1))
    assert made.metadata.course.absent == {"sample": "not_attempted"}
