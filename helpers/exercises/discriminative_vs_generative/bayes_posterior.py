"""P(spam given word) from the prior and the word's probability in both kinds of mail.

Likelihoods of exactly zero are not probed: right answers may divide by one of them.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from helpers.reference import discriminative_vs_generative as reference
from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import unchanged, within
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

ARGUMENTS = ("prior", "likelihood", "likelihood_not")
# what an answer must know one of, for its treatment of arrays to count
VALUES = ("the posterior of one word", "likelihoods on their own side", "the word outside spam")


def ask_about(*arguments: Any) -> Probe:
    given = dict(zip(ARGUMENTS, arguments, strict=True))
    return Probe(given, reference.bayes_posterior(*arguments))


def one_word(rng: Rng) -> list[Probe]:
    fresh = [ask_about(*rng.uniform(0.05, 0.95, size=3).tolist()) for _ in range(4)]
    return [ask_about(0.3, 0.8, 0.1), *fresh]


def both_sides(rng: Rng) -> list[Probe]:
    """Pairs: the posterior of spam, then of not spam, with all that is given turned round.

    One word is so rare in any mail that whatever is added to its probability is larger.
    """
    probes = []
    words = rng.uniform([0.1, 0.5, 0.1], [0.9, 0.9, 0.4], size=(4, 3))
    words[-1, 1:] *= 1e-22
    for prior, spam, other in words:
        probes.append(ask_about(float(prior), float(spam), float(other)))
        probes.append(ask_about(float(1 - prior), float(other), float(spam)))
    return probes


def rarer_in_spam(rng: Rng) -> list[Probe]:
    """Words that speak against spam, where spam is rare and where it is not.

    Also a product of two numbers below one is below both. The last likelihoods are above the prior.
    """
    rare = rng.uniform([0.1, 0.04, 0.7], [0.12, 0.06, 0.8], size=(3, 3))
    usual = rng.uniform([0.38, 0.44, 0.88], [0.42, 0.48, 0.95], size=(3, 3))
    return [ask_about(*row) for row in (*rare.tolist(), *usual.tolist())]


def outside_spam(rng: Rng) -> list[Probe]:
    """The same word in worlds where it is more and more common outside spam, and there alone."""
    prior, spam = rng.uniform([0.3, 0.5], [0.5, 0.7])
    common = np.geomspace(0.06, 0.96, 7) * rng.uniform(0.95, 1.0)
    return [ask_about(float(prior), float(spam), w) for w in common.tolist()]


def alone(whole: Probe) -> list[Probe]:
    """The probe, and then each of its entries as plain numbers."""
    entries = np.broadcast(*whole.given.values())
    return [whole, *(ask_about(*map(float, entry)) for entry in entries)]


def arrays(rng: Rng) -> list[Probe]:
    shapes = ((3, 1), (4,), (3, 4))
    values = [rng.uniform(0.1, 0.9, size=shape) for shape in shapes]
    return alone(ask_about(*values))


def of_one_shape(rng: Rng) -> list[Probe]:
    """Arrays that can be written over by each other."""
    return [ask_about(*rng.uniform(0.1, 0.9, size=(3, 3, 4)))]


def integers(rng: Rng) -> list[Probe]:
    """A word that is certain in one kind of mail has a likelihood of one, an integer."""
    share, certain = rng.uniform(0.1, 0.9, size=3), np.ones(3, dtype=np.int64)
    prior = float(rng.uniform(0.1, 0.9))
    in_spam = ask_about(prior, certain.copy(), share.copy())
    elsewhere = ask_about(prior, share.copy(), certain.copy())
    return alone(in_spam) + alone(elsewhere)


right = within()


def sum_to_one(probes: list[Probe], answers: list[Answer]) -> bool:
    got = np.reshape([numbers(answer.value, ()) for answer in answers], (len(probes) // 2, 2))
    return close(got.sum(axis=1), np.ones(len(got)))


def lowered(probes: list[Probe], answers: list[Answer]) -> bool:
    """All below the prior, and lowest where spam is rare."""
    got = np.array([float(numbers(answer.value, ())) for answer in answers])
    priors = np.array([probe.given["prior"] for probe in probes])
    rare, usual = np.split(got, 2)
    return bool(((got > 0) & (got < priors)).all() and rare.max() < usual.min())


def bends(probes: list[Probe], answers: list[Answer]) -> bool:
    """The posterior moves with the likelihood outside spam, one way, and on no straight line.

    Which way is for another criterion to judge.
    """
    outside = np.array([probe.given["likelihood_not"] for probe in probes])
    got = np.array([float(numbers(answer.value, ())) for answer in answers])
    line = np.interp(outside, outside[[0, -1]], got[[0, -1]])
    one_way = abs(np.sign(np.diff(got)).sum()) == len(got) - 1
    return bool(one_way and np.abs(got - line).max() > 0.01)


def as_one_by_one(probes: list[Probe], answers: list[Answer]) -> bool:
    """Arrays give what their entries give, whether or not the rule itself is right."""
    starts = [place for place, probe in enumerate(probes) if np.ndim(probe.expected)]
    for start in starts:
        shape = probes[start].expected.shape
        entries = answers[start + 1 : start + 1 + math.prod(shape)]
        alone = [float(numbers(answer.value, ())) for answer in entries]
        if not close(answers[start].value, np.reshape(alone, shape)):
            return False
    return len(answers) == len(probes)


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "the posterior of one word",
            3,
            one_word,
            right,
            "Bayes' rule: prior times likelihood, divided by the probability of the word in any "
            "mail.",
        ),
        Criterion(
            "divided by the evidence",
            1,
            both_sides,
            sum_to_one,
            "A mail is spam or it is not: given the word, the two posteriors sum to one. Dividing "
            "by P(word), the sum of both joint probabilities, sees to that.",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "likelihoods on their own side",
            1,
            rarer_in_spam,
            lowered,
            "A word that is rarer in spam than elsewhere speaks against spam. Which likelihood "
            "goes with the prior, and which with what the prior leaves?",
            together=True,
        ),
        Criterion(
            "the word outside spam",
            1,
            outside_spam,
            bends,
            "P(word, not spam) is not what P(word, spam) or P(word given spam) leaves to one: it "
            "is the product of two other numbers you are given.",
            together=True,
        ),
        Criterion(
            "arrays that broadcast",
            1,
            arrays,
            as_one_by_one,
            "Arrays of different but fitting shapes are legal: every entry of the result is one "
            "application of the rule.",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "integer arrays",
            1,
            integers,
            as_one_by_one,
            "A likelihood of exactly one may come as an integer. Where does a result get stored "
            "in an array of the argument's type?",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            of_one_shape,
            unchanged(*ARGUMENTS),
            "One of the arrays was changed in place. Make a new one.",
            needs=VALUES,
        ),
    ),
    due=form("posterior"),
)
