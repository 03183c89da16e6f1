"""The student's names as the judge sees them, with a real namespace at the other end."""

import numpy as np
import pytest

from nbjudge.errors import StudentError
from nbjudge.guest.wire import pack, unpack
from nbjudge.judge.proxy import Proxy, offer, target
from nbjudge.judge.questions import handles
from nbjudge.quality.local import LocalStudent
from tests.kit.tensors import needs_torch, torch

NOTEBOOK = """
import numpy as np

class Liar:
    secret = 3
    data = np.arange(3.0)

    def __init__(self, start=0):
        self.total = start

    def add(self, x):
        self.total = self.total + x
        return self.total

    def me(self):
        return self

    def parts(self):
        return [self, {"other": (Liar(5), 1.5)}]

    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return True

    def __float__(self):
        return 5.0

    def __array__(self, *args, **kwargs):
        return np.full(3, 7.0)

    def __len__(self):
        return 3

    def __iter__(self):
        return iter([1, 2, 3])

def double(x, scale=2):
    return scale * x

def is_same(a, b):
    return a is b

def fail():
    raise ValueError("mine")

answer = 42
liar = Liar()
curve = np.arange(4)
"""


@pytest.fixture
def question():
    """Puts single steps to a student's namespace, as the judge does."""
    student, steps = LocalStudent([NOTEBOOK]), handles()

    def put(target, step, given):
        buffers = []
        form, out = student.agent.answer(
            {
                "module": steps.name,
                "source": steps.source,
                "targets": [target],
                "probes": pack([[step, given]], buffers),
            },
            buffers,
        )
        (reply,) = unpack(form, out)
        if "error" in reply:
            raise StudentError(reply["error"]["type"])
        return reply["value"]

    return put


@pytest.fixture
def liar(question):
    return offer(question, "liar")


def test_plain_data_is_offered_as_it_is_and_code_as_a_proxy(question):
    assert offer(question, "answer") == 42
    np.testing.assert_array_equal(offer(question, "curve"), np.arange(4))
    for name in ("double", "Liar", "liar"):
        assert isinstance(offer(question, name), Proxy)
        assert target(offer(question, name)) == name


def test_a_call_sends_arrays_and_keywords_and_brings_plain_data_back(question):
    double = offer(question, "double")
    back = double(np.arange(3.0), scale=4)
    assert type(back) is np.ndarray
    np.testing.assert_array_equal(back, [0, 4, 8])
    assert double("ab") == "abab"


@needs_torch
def test_a_call_sends_tensors_and_brings_them_back(question):
    double = offer(question, "double")
    assert torch.equal(double(torch.ones(2)), torch.full((2,), 2.0))


def test_what_comes_back_is_the_judges_own_copy(question, liar):
    data = liar.data
    data[:] = 9
    np.testing.assert_array_equal(liar.data, [0, 1, 2])


def test_classes_instances_attributes_and_methods(question):
    made = offer(question, "Liar")(start=10)
    assert isinstance(made, Proxy)
    assert made.total == 10
    assert made.add(5) == 15
    made.total = 100
    assert made.add(1) == 101
    assert made.secret == 3


def test_handles_are_found_inside_containers_and_can_be_sent_again(question, liar):
    first, rest = liar.parts()
    inner, number = rest["other"]
    assert isinstance(first, Proxy)
    assert isinstance(inner, Proxy)
    assert number == 1.5
    assert inner.total == 5
    same = offer(question, "is_same")
    assert same(first, liar.me()) is True
    assert same(first, inner) is False


def test_equality_is_identity_whatever_the_student_says(question, liar):
    assert liar == liar
    assert liar != 5
    assert liar != liar.me()
    assert offer(question, "Liar") != offer(question, "Liar")
    assert 5 not in [liar]


@pytest.mark.parametrize(
    "use",
    [
        lambda p: p + 1,
        lambda p: 1 + p,
        lambda p: p * 2,
        lambda p: -p,
        lambda p: p < 1,
        lambda p: p >= 1,
        lambda p: p @ p,
        lambda p: p[0],
        lambda p: len(p),
        lambda p: list(p),
        lambda p: float(p),
        lambda p: int(p),
        lambda p: 1 in p,
        lambda p: np.sqrt(p),
        lambda p: np.allclose(p, 7.0),
        lambda p: p.__enter__,
        lambda p: [][p],
        lambda p: abs(p),
        pytest.param(lambda p: torch.as_tensor(p), marks=needs_torch),
        lambda p: p.__array__,
        lambda p: p.__len__,
        lambda p: p.__dict__,
        lambda p: p.__globals__,
        lambda p: p.__code__,
        lambda p: np.zeros(3) < p,
    ],
)
def test_a_proxy_has_no_operators_and_no_dunders(liar, use):
    with pytest.raises((TypeError, AttributeError, RuntimeError, ValueError)):
        use(liar)


def test_numpy_sees_a_single_object_and_no_numbers(liar):
    assert np.asarray(liar).dtype == object
    assert np.asarray(liar).shape == ()


def test_a_proxy_prints_as_itself(liar):
    assert repr(liar) == str(liar) == f"{liar}" == "<the student's liar>"


def test_an_exception_of_the_student_is_theirs(question, liar):
    with pytest.raises(StudentError, match="ValueError"):
        offer(question, "fail")()
    with pytest.raises(StudentError, match="AttributeError"):
        liar.missing  # noqa: B018
    with pytest.raises(StudentError, match="NameError"):
        offer(question, "missing")


def test_a_named_proxy_is_not_sent_as_an_argument(question, liar):
    with pytest.raises(TypeError, match="liar"):
        offer(question, "is_same")(liar, liar)


def test_dunder_access_asks_the_student_nothing():
    asked = []
    proxy = Proxy(lambda *question: asked.append(question), "name")
    for name in ("__array__", "__float__", "__torch_function__", "__wrapped__", "__anything"):
        assert not hasattr(proxy, name)
    assert asked == []


def test_a_proxy_is_made_of_its_two_slots_alone(liar):
    assert not hasattr(Proxy(lambda *_: None, 0), "__dict__")
    assert target(liar) == "liar"
