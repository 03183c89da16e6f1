"""Odd uses of what the asks lend are the student's fault: no exercise is withheld for them."""

import json
from dataclasses import replace

import numpy as np
import pytest

from nbjudge.guest.agent import Agent
from nbjudge.guest.wire import pack
from nbjudge.judge.questions import asks
from tests.kit.course import COURSE

SHELL = """
import numpy as np
class GMM:
    def __init__(self, n, seed=0):
        self.n, self.rng = n, np.random.default_rng(seed)
    def _e_step(self, X): pass
    def _m_step(self, X, r): pass
    def log_likelihood(self, X): pass
    def sample(self, n): pass
    def online_update(self, b):
        {online}
    def conditional_sample(self, c, n):
        {conditional}
def n_parameters(*_): pass
def compute_bic(*_): pass
"""
X = np.random.default_rng(0).normal(size=(20, 2))
MIXTURE = {
    "weights": np.array([0.5, 0.5]),
    "means": np.array([[0.0, 0.0], [5.0, 5.0]]),
    "covariances": np.stack([np.eye(2)] * 2),
}
NORMAL = ("normal", 0.0, 1.0)
SHARES = "r = np.zeros((20, 2)); r[0, 0] = 1; r[1:, 1] = 1; g._m_step(X, r); "


def function(arguments: str, line: str) -> str:
    return f"import numpy as np\ndef f({arguments}):\n    {line}"


def online(line):
    given = {**MIXTURE, "batches": [X]}
    source = SHELL.format(online=line, conditional="pass")
    return "gaussian_mixtures", "online_update", source, given, "GMM"


def conditional(line):
    given = {**MIXTURE, "condition": np.zeros(2), "n_samples": 5, "seed": 0}
    source = SHELL.format(online="pass", conditional=line)
    return "gaussian_mixtures", "conditional_sample", source, given, "GMM"


def choosing(line):
    shell = SHELL.format(online="pass", conditional="pass")
    own = "\n    g = GMM(2); g.weights, g.means = np.ones(2) / 2, np.array([[0.0, 0], [1, 1]])"
    own += "\n    g.covariances = np.stack([np.eye(2)] * 2)\n    "
    source = f"{shell}\ndef f(X, c):{own}{line}"
    return "gaussian_mixtures", "select_n_components", source, {"X": X, "candidates": [1, 2]}, "f"


def bic(line):
    shell = SHELL.format(online="pass", conditional="pass")
    given = {**MIXTURE, "X": X, "table": {"full": 11}}
    return "gaussian_mixtures", "compute_bic", f"{shell}\ndef f(g, X):\n    {line}", given, "f"


def accepting(line):
    given = {
        "target": NORMAL,
        "shift": 0.0,
        "proposal": (0.5, 0.1, 1.0),
        "x_old": 0.0,
        "x_new": 1.0,
    }
    return "sampling", "mh_log_acceptance", function("t, p, a, b", line), given, "f"


def rejecting(line):
    given = {
        "target": NORMAL,
        "scale": 1.0,
        "proposal": NORMAL,
        "M": 2.0,
        "n_samples": 5,
        "seed": 0,
    }
    return "sampling", "rejection_sample", function("t, draw, p, M, n, rng", line), given, "f"


def decoding(line):
    given = {"x": np.zeros(3), "weights": np.ones((2, 3)), "bias": np.zeros(3), "sigma": 1.0}
    given |= {"n_samples": 3, "seed": 0}
    source = function("x, decode, s, n, rng", line)
    return "latent_space", "log_marginal_likelihood", source, given, "f"


def comparing(line):
    given = {"real_features": X, "generated_features": X}
    source = "def frechet_distance(*_): pass\n" + function("a, b", line)
    return "evaluation_metrics", "fid", source, given, "f"


FINE = [
    online("self._m_step(b, self._e_step(b))"),
    conditional("return self.sample(2)"),
    choosing("return 1 if compute_bic(g, X) > 0 else 2"),
    choosing(SHARES + "return 1 if compute_bic(g, X) > 0 else 2"),
    choosing(SHARES + "g._e_step(X); return 2"),
    bic("return g.log_likelihood(X) + n_parameters(2, 2)"),
    accepting("return p(a, b) - t(a)"),
    rejecting("return draw((5, 2), rng)"),
    decoding("return decode(np.zeros((3, 2))).sum()"),
    comparing("return frechet_distance(a.mean(0), np.cov(a.T), b.mean(0), np.cov(b.T))"),
]
ODD = [
    online("self._e_step(b.tolist())"),
    online("r = np.full((20, 2), [2, -3]); r[0] = [50, 80]; self._m_step(b, r); self._e_step(b)"),
    online("self._m_step(b * np.nan, self._e_step(b)); self._e_step(b)"),
    online("self.means = self.means + 1j; self._e_step(b)"),
    online("self.weights = ['a', 'b']; self._e_step(b)"),
    online("self._e_step(b[:, :1])"),
    online("self.covariances = -self.covariances; self._e_step(b)"),
    online("del self.covariances; self._e_step(b)"),
    conditional("self.sample(2.5)"),
    conditional("self.sample(0)"),
    conditional("self.weights = self.weights * 3; self.sample(5)"),
    conditional("self.rng = None; self.sample(5)"),
    conditional("self.sample('3')"),
    choosing("return compute_bic(g, X.tolist())"),
    choosing("return compute_bic(3, X)"),
    bic("return n_parameters(2, 2, 'nothing')"),
    bic("return n_parameters(3, 2)"),
    accepting("return p(np.zeros(3), np.zeros(2))"),
    accepting("return t('a')"),
    accepting("return p(a, None)"),
    accepting("return p(a, b, 1)"),
    rejecting("return draw(5.0, rng)"),
    rejecting("return draw(-5, rng)"),
    rejecting("return draw(5, None)"),
    rejecting("return draw(5)"),
    rejecting("\n    while True: draw(1, rng)"),
    decoding("return decode(np.zeros((3, 3)))"),
    decoding("return decode([[1, 2], [3]])"),
    decoding("return decode.width"),
    comparing("return frechet_distance(a, b, a, b)"),
    comparing("return frechet_distance(a.mean(0), np.cov(a), b.mean(0), np.cov(b))"),
]


def reply(topic, name, source, given, target):
    """What comes back of one question to a student's cell, in the form that is sent."""
    namespace: dict = {}
    exec(compile(source, "<cell 1>", "exec"), namespace)
    module = asks(COURSE.package, topic, frozenset([name]))
    buffers: list[bytes] = []
    request = {
        "module": module.name,
        "source": module.source,
        "targets": [target],
        "probes": pack([[name, given]], buffers),
    }
    form, _ = Agent(namespace).answer(request, buffers)
    return json.dumps(form["list"][0])


def label(case):
    return f"{case[1]}: {case[2].splitlines()[-1].strip()[:60]}"


@pytest.mark.parametrize("case", FINE, ids=label)
def test_what_is_lent_works_as_agreed(case):
    assert '"mro"' not in reply(*case)


@pytest.mark.parametrize("case", ODD, ids=label)
def test_what_is_lent_and_misused_is_the_students_fault(case):
    assert "Traceback" not in reply(*case)  # which tells of a fault of ours


@pytest.mark.parametrize("case", [FINE[0], FINE[4]], ids=label)
def test_what_is_lent_and_broken_is_ours(case, monkeypatch):
    module = asks(COURSE.package, case[0], frozenset([case[1]]))
    source = module.source.replace("whiten = ", "whiten = undefined + ")
    assert source != module.source
    monkeypatch.setitem(globals(), "asks", lambda *_: replace(module, source=source))
    assert "Traceback" in reply(*case)
