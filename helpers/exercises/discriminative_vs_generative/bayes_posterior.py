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

ARGUMENTS = ("prior", "likelihood", "likelihood_not")


def ask_about(*arguments: Any) -> Probe:
    given = dict(zip(ARGUMENTS, arguments, strict=True))
    return Probe(given, reference.bayes_posterior(*arguments))


def one_word(rng: Rng) -> list[Probe]:
    fresh = [ask_about(*rng.uniform(0.05, 0.95, size=3).tolist()) for _ in range(4)]
    return [ask_about(0.3, 0.8, 0.1), *fresh]


def both_sides(rng: Rng) -> list[Probe]:
    """Pairs: the posterior of spam, then of not spam, with all that is given turned round."""
    probes = []
    for prior, spam, other in rng.uniform([0.1, 0.5, 0.1], [0.9, 0.9, 0.4], size=(3, 3)):
        probes.append(ask_about(float(prior), float(spam), float(other)))
        probes.append(ask_about(float(1 - prior), float(other), float(spam)))
    return probes


def rarer_in_spam(rng: Rng) -> list[Probe]:
    """Words that speak against spam: also a product of two numbers below one is below both."""
    draws = rng.uniform([0.3, 0.05, 0.6], [0.6, 0.2, 0.9], size=(4, 3))
    return [ask_about(*row) for row in draws.tolist()]


def outside_spam(rng: Rng) -> list[Probe]:
    """The same word in two worlds that differ in how common it is outside spam alone."""
    prior, spam = rng.uniform([0.3, 0.5], [0.7, 0.9])
    rare, common = rng.uniform([0.05, 0.6], [0.2, 0.9])
    return [ask_about(float(prior), float(spam), float(w)) for w in (rare, common)]


def alone(whole: Probe) -> list[Probe]:
    """The probe, and then each of its entries as plain numbers."""
    entries = np.broadcast(*whole.given.values())
    return [whole, *(ask_about(*map(float, entry)) for entry in entries)]


def arrays(rng: Rng) -> list[Probe]:
    shapes = ((3, 1), (4,), (3, 4))
    values = [rng.uniform(0.1, 0.9, size=shape) for shape in shapes]
    return alone(ask_about(*values))


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


def lowered(probe: Probe, answer: Answer) -> bool:
    return 0 < float(numbers(answer.value, ())) < probe.given["prior"]


def differ(probes: list[Probe], answers: list[Answer]) -> bool:
    rare, common = (float(numbers(answer.value, ())) for answer in answers)
    return abs(rare - common) > 0.01


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
        ),
        Criterion(
            "likelihoods on their own side",
            1,
            rarer_in_spam,
            lowered,
            "A word that is rarer in spam than elsewhere speaks against spam. Which likelihood "
            "goes with the prior, and which with what the prior leaves?",
        ),
        Criterion(
            "the word outside spam",
            1,
            outside_spam,
            differ,
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
        ),
        Criterion(
            "integer arrays",
            1,
            integers,
            as_one_by_one,
            "A likelihood of exactly one may come as an integer. Where does a result get stored "
            "in an array of the argument's type?",
            together=True,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            arrays,
            unchanged(*ARGUMENTS),
            "One of the arrays was changed in place. Make a new one.",
        ),
    ),
)
