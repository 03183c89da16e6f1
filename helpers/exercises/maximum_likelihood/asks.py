"""Puts the questions of section 02 to a student's functions. Runs in the student process.

``NOTEBOOK`` is the namespace of the student's notebook.
"""

import contextlib
import mmap
import resource
import signal
import time

import numpy as np

from nbjudge.guest.blame import blame, lent, numbers, theirs
from nbjudge.guest.lending import lending

NOTEBOOK: dict = {}


@lent(lambda data, mu, sigma: numbers(data, mu, sigma) and np.ndim(mu) == np.ndim(sigma) == 0)
def working_gaussian_log_likelihood(data, mu, sigma):
    z = (np.ravel(data) - mu) / sigma
    return float(-(z @ z) / 2 - z.size * np.log(sigma * np.sqrt(2 * np.pi)))


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


def log_likelihood_surface(function, data, mus, sigmas, own=False):
    with lending(NOTEBOOK, own, gaussian_log_likelihood=working_gaussian_log_likelihood):
        return function(data, mus, sigmas)


def bounded_surface(function, data, mus, sigmas, seconds, room, own=False):
    """The surface, if it is there within so many seconds and bytes.

    Lists of so many numbers are sent as one array.
    """
    with processor_time(seconds), memory(room):
        surface = log_likelihood_surface(function, data, mus, sigmas, own)
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
    """Refuse so many bytes more than the process holds now, where the system does that."""
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limits = [limit for limit in (soft, hard) if limit >= 0]
    try:
        if held := allocated(min([*limits, 2**46]), hard):
            resource.setrlimit(resource.RLIMIT_DATA, (min([*limits, held + room]), hard))
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def allocated(most, hard):
    """Bytes of data that this process holds, give or take a page; zero where no limit holds.

    The least limit under which there is room for another page, found by halving: a fork is not let
    into /proc, where it is written. The limit is left where the search ended.
    """
    least = 0
    while most - least > mmap.PAGESIZE:
        middle = (least + most) // 2
        resource.setrlimit(resource.RLIMIT_DATA, (middle, hard))
        try:
            mmap.mmap(-1, mmap.PAGESIZE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS).close()
            most = middle
        except (OSError, MemoryError):
            least = middle
    return most if least else 0
