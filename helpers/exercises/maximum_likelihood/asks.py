"""Puts the questions of section 02 to a student's functions. Runs in the student process."""

import contextlib
import resource
import signal
import time
from pathlib import Path

import numpy as np

from nbjudge.guest.blame import blame, theirs

STATM = Path("/proc/self/statm")


def plain(pair):
    """The pair as it is; a named tuple is a tuple."""
    return tuple(pair) if isinstance(pair, tuple) else pair


def gaussian_log_likelihood(function, data, mu, sigma):
    return function(data, mu, sigma)


def gaussian_mle(function, data):
    return plain(function(data))


def bernoulli_mle(function, data):
    return function(data)


def multinomial_mle(function, counts):
    return function(counts)


def mvn_log_pdf(function, X, mean, cov):
    return function(X, mean, cov)


def log_likelihood_surface(function, data, mus, sigmas):
    return function(data, mus, sigmas)


def bounded_surface(function, data, mus, sigmas, seconds, room):
    """The surface, if it is there within so many seconds and bytes.

    Lists of so many numbers are sent as one array.
    """
    with processor_time(seconds), memory(room):
        surface = function(data, mus, sigmas)
    with theirs():
        return np.asarray(surface, dtype=float) if isinstance(surface, list) else surface


def gaussian_posterior(function, data, sigma, prior_mean, prior_std):
    return plain(function(data, sigma, prior_mean, prior_std))


@contextlib.contextmanager
def processor_time(seconds):
    """Stop what takes longer. Time on the processor: what else runs on the machine is not counted.

    Asked again at the end, for whoever caught the error that stopped them.
    """
    stopped = []

    def stop(*_):
        stopped.append(True)
        raise blame(TimeoutError(f"more than {seconds} seconds"))

    began = time.process_time()
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    if stopped or time.process_time() - began > seconds:
        stop()


@contextlib.contextmanager
def memory(room):
    """Refuse so many bytes more than the process holds now, where the system can say how many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if STATM.exists():
        resident = int(STATM.read_text().split()[5]) * resource.getpagesize()
        allowed = [resident + room, *(limit for limit in (soft, hard) if limit >= 0)]
        resource.setrlimit(resource.RLIMIT_DATA, (min(allowed), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
