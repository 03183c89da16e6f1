"""Whose fault it is, where our code and a student's call each other."""

import warnings

import numpy as np
import pytest

from nbjudge.guest.agent import Agent
from nbjudge.guest.wire import pack, unpack
from nbjudge.judge.reply import read
from nbjudge.quality.local import LocalStudent

HEAD = """
from nbjudge.guest.blame import Theirs, blame, lent, numbers, theirs, unwrap, wrap

NOTEBOOK = {}

@lent(numbers)
def inverse(x):
    return 1 / x

@lent(numbers)
def broken(x):
    return misspelt

@lent(lambda item: True)
def weight_of(item):
    return 2 * item.weight

@lent(numbers)
def countdown(n):
    while True:
        yield 1 / n
        n -= 1
"""


@pytest.fixture(autouse=True)
def settings():
    """What a cell sets for its process ends with the test."""
    with np.errstate(), warnings.catch_warnings():
        yield


def failure(ask, cell, **given):
    """How a question ends that is put by the body ``ask`` to the ``f`` of a notebook's cell."""
    student = LocalStudent([cell])
    source = f"{HEAD}\ndef ask(f, {', '.join(given)}):\n"
    source += "".join(f"    {line}\n" for line in ask.splitlines())
    buffers = []
    request = {"module": "asks_tried", "source": source, "targets": ["f"]}
    probes = pack([["ask", given]], buffers)
    form, out = student.agent.answer({**request, "probes": probes}, buffers)
    (reply,) = unpack(form, out)
    return read(reply).failure


OURS = {
    "a misspelt name in an ask": ("return misspelt", "f = abs"),
    "a division in an ask": ("return f(1) / 0", "f = abs"),
    "an ask that takes a result for what it is not": ("return f(-1)[0]", "f = abs"),
    "an ask after the student's part": ("f(1)\nraise KeyError('x')", "f = abs"),
    "a lent step that is broken": ("return f(broken)", "def f(step):\n    return step(3)"),
    "a lent step, in a comprehension": (
        "return f(broken)",
        "def f(step):\n    return [step(x) for x in (1, 2)]",
    ),
    "a lent step that fails where its arguments fit": (
        "return f(inverse)",
        "def f(step):\n    return step(0)",
    ),
    "a lent generator that is broken": (
        "return f(countdown)",
        "def f(step):\n    return [x for x, _ in zip(step(1), range(3))]",
    ),
    "a lent step, passed on by the student": (
        "return f(broken)",
        "def f(step):\n    try:\n        return step(3)\n    finally:\n        done = True",
    ),
    "a lent step, raised again as it was": (
        "return f(broken)",
        "def f(step):\n    try:\n        return step(3)\n    except NameError:\n        raise",
    ),
}
THEIRS = {
    "an exception of the answer": ("return f(1)", "def f(x):\n    return x / 0"),
    "an answer that takes no argument": ("return f(1)", "def f():\n    return 1"),
    "an answer that takes other names": ("return f(x=1)", "def f(y):\n    return 1"),
    "an answer that is no function": ("return f(1)", "f = 3\nclass F:\n    pass\nf = F()"),
    "an answer that calls another wrongly": (
        "return f(1)",
        "def g():\n    return 1\n\ndef f(x):\n    return g(x)",
    ),
    "an attribute that is not there": ("return f().weight", "class f:\n    pass"),
    "an attribute that cannot be set": (
        "item = f()\nitem.weight = 1",
        "class f:\n    __slots__ = ()",
    ),
    "a property that raises": (
        "return f().weight",
        "class f:\n    @property\n    def weight(self):\n        raise ValueError('mine')",
    ),
    "a property that raises inside lent code": (
        "return f(weight_of)",
        "class Item:\n    @property\n    def weight(self):\n        return self.missing\n\n"
        "def f(step):\n    return step(Item())",
    ),
    "an operator of theirs inside lent code": (
        "return f(inverse)",
        "class Number:\n    def __rtruediv__(self, other):\n        raise KeyError('mine')\n\n"
        "def f(step):\n    return step(Number())",
    ),
    "lent code with a text for a number": (
        "return f(inverse)",
        "def f(step):\n    return step('one')",
    ),
    "lent code with no argument": ("return f(inverse)", "def f(step):\n    return step()"),
    "lent code with too many": ("return f(inverse)", "def f(step):\n    return step(1, 2, 3)"),
    "a result that is not what an ask expects": (
        "with theirs():\n    return f(-1)[0]",
        "f = abs",
    ),
    "a generator that raises while an ask reads it": (
        "return list(f(3))",
        "def f(n):\n    yield n\n    raise ValueError('mine')",
    ),
    "what an ask blames on them": ("raise blame(ValueError('too few'))", "f = abs"),
    "a lent step whose failure they turn into another": (
        "return f(broken)",
        "def f(step):\n    try:\n        step(3)\n    except NameError:\n"
        "        raise KeyError('mine')",
    ),
    "a method of theirs that another object of theirs calls": (
        "return f().outer()",
        "class f:\n    def outer(self):\n        return self.inner(1)\n\n"
        "    def inner(self):\n        return 1",
    ),
    "a callable of theirs that raises in a method": (
        "item = f()\nreturn item(1)",
        "class f:\n    def __call__(self, x):\n        return [][x]",
    ),
    "a way out": ("return f()", "def f():\n    raise SystemExit"),
    "no end of calls": ("return f()", "def f():\n    return f()"),
    "no end of calls through lent code": (
        "return f(weight_of)",
        "class Item:\n    @property\n    def weight(self):\n        return f(STEP)\n\n"
        "def f(step):\n    global STEP\n    STEP = step\n    return step(Item())",
    ),
    "not written yet": ("return f()", "def f():\n    raise NotImplementedError"),
}


@pytest.mark.parametrize(("ask", "cell"), OURS.values(), ids=OURS)
def test_it_is_our_fault_and_kept_with_its_traceback(ask, cell):
    found = failure(ask, cell)
    assert found is not None
    assert found.ours.startswith("Traceback")
    assert "asks_tried" in found.ours
    assert found.type in found.ours


@pytest.mark.parametrize(("ask", "cell"), THEIRS.values(), ids=THEIRS)
def test_it_is_the_students_fault(ask, cell):
    found = failure(ask, cell)
    assert found is not None
    assert found.ours == ""


def test_lent_code_answers_as_if_it_were_not_wrapped():
    assert failure("return f(inverse)", "def f(step):\n    return step(2) + step(x=4)") is None


def test_a_name_that_the_notebook_does_not_bind_is_theirs():
    agent = Agent({})
    request = {"module": "asks_x", "source": "def ask(f):\n    return f", "targets": ["f"]}
    form, out = agent.answer({**request, "probes": pack([["ask", {}]], [])}, [])
    (reply,) = unpack(form, out)
    found = read(reply).failure
    assert (found.type, found.ours) == ("NameError", "")


@pytest.mark.parametrize("source", ["def ask(f:\n    return f", "import no_such_module", "1 / 0"])
def test_asks_that_cannot_be_loaded_are_our_fault(source):
    agent = LocalStudent(["f = abs"]).agent
    request = {"module": "asks_y", "source": source, "targets": ["f"]}
    form, out = agent.answer({**request, "probes": pack([["ask", {}]], [])}, [])
    (reply,) = unpack(form, out)
    assert read(reply).failure.ours


def test_students_see_their_own_objects_and_never_a_wrapper():
    cell = (
        "seen = []\n\nclass Item:\n    pass\n\n"
        "def f(*args, **named):\n    seen.extend([*args, *named.values()])\n    return Item()"
    )
    ask = "item = f()\nf(item, 1, other=item)\nitem.kept = item\nf(item.kept)"
    student = LocalStudent([cell])
    source = HEAD + "\ndef ask(f):\n" + "".join(f"    {line}\n" for line in ask.splitlines())
    request = {"module": "asks_z", "source": source, "targets": ["f"]}
    student.agent.answer({**request, "probes": pack([["ask", {}]], [])}, [])
    kinds = {type(item).__name__ for item in student.namespace["seen"]}
    assert kinds == {"Item", "int"}


RAISING = "import numpy as np, warnings\nnp.seterr(all='raise')\nwarnings.simplefilter('error')\n"
UNDERFLOW = "np.log(np.exp(-np.full(3, 1e4)))"


@pytest.mark.parametrize(
    "ask",
    [
        f"import numpy as np\n{UNDERFLOW}\nreturn f(1)",
        "import warnings\nwarnings.warn('deprecated', DeprecationWarning)\nreturn f(1)",
        f"import numpy as np\n@lent(numbers)\ndef step(x):\n    return {UNDERFLOW}\nreturn f(step)",
    ],
    ids=["numbers", "a warning", "a lent step"],
)
def test_what_a_notebook_makes_an_error_is_none_in_code_of_ours(ask):
    cell = f"{RAISING}def f(step):\n    return step(1) if callable(step) else step"
    assert failure(ask, cell) is None


def test_what_a_notebook_makes_an_error_is_one_in_its_own_code():
    found = failure("return f(1)", f"{RAISING}def f(x):\n    return {UNDERFLOW}")
    assert (found.type, found.ours) == ("FloatingPointError", "")
    caught = f"    try: return {UNDERFLOW}\n    except FloatingPointError: return 0"
    assert failure("return f(1)", f"{RAISING}def f(x):\n{caught}") is None


def test_gradients_that_a_demonstration_switched_off_are_there_for_an_answer():
    torch = pytest.importorskip("torch")
    cell = "import torch\ntorch.set_grad_enabled(False)\ndef f(x):\n    return 2 * x"
    ask = (
        "import torch\nx = torch.ones(2, requires_grad=True)\nf(x).sum().backward()\nreturn x.grad"
    )
    try:
        assert failure(ask, cell) is None
    finally:
        torch.set_grad_enabled(True)


@pytest.mark.parametrize(
    "line",
    [
        "np.seterr(all='raise')",
        "warnings.simplefilter('error')",
        "torch.set_grad_enabled(False)",
    ],
)
def test_what_a_call_sets_ends_with_it(line):
    torch = pytest.importorskip("torch")
    cell = f"import warnings, numpy as np, torch\ndef f(x):\n    {line}\n    return x"
    ask = (
        f"import warnings, numpy as np, torch\nf(1)\n{UNDERFLOW}\nwarnings.warn('deprecated')\n"
        "x = torch.ones(2, requires_grad=True)\n(2 * x).sum().backward()\nreturn f(1)"
    )
    try:
        assert failure(ask, cell) is None
    finally:
        torch.set_grad_enabled(True)


@pytest.mark.parametrize("line", ["np.seterr(all='raise')", "warnings.simplefilter('error')"])
def test_a_lent_step_that_a_call_sets_to_raise_is_no_fault_of_ours(line):
    cell = f"import warnings, numpy as np\ndef f(step):\n    {line}\n    return step(1)"
    ask = (
        f"import numpy as np\n@lent(numbers)\ndef step(x):\n    return {UNDERFLOW}\nreturn f(step)"
    )
    found = failure(ask, cell)
    assert found.type in ("FloatingPointError", "RuntimeWarning")
    assert found.ours == ""
