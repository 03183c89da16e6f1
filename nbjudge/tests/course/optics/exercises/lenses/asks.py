"""Puts the questions of section 02_lenses to a student's functions.

Runs in the student process, where nothing is secret. ``NOTEBOOK`` is the namespace
of the student's notebook.
"""

import numpy as np

from nbjudge.guest.blame import lent, numbers
from nbjudge.guest.lending import lending

NOTEBOOK: dict = {}


def image_distance(function, object_distance, focal_length):
    return function(object_distance, focal_length)


@lent(numbers)
def working_image_distance(object_distance, focal_length):
    """What an answer that builds on ``image_distance`` is lent, if the student's own is wrong."""
    return 1 / (1 / focal_length - 1 / np.asarray(object_distance))


def magnification(function, object_distance, focal_length, own=False):
    with lending(NOTEBOOK, own, image_distance=working_image_distance):
        return function(object_distance, focal_length)
