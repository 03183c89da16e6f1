"""Puts the questions of section 01_refraction to a student's functions.

Runs in the student process, where nothing is secret.
"""


def refraction_angle(function, angle, n_from, n_to):
    return function(angle, n_from, n_to)
