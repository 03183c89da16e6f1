# One ray after the other, in a list
import math


def refraction_angle(angle, n_from, n_to):
    sines = [math.sin(one) * n_from / n_to for one in angle]
    return [math.asin(sine) if abs(sine) <= 1 else math.nan for sine in sines]
