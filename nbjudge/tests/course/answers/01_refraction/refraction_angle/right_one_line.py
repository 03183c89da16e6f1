# NumPy's arcsine of more than one is NaN
def refraction_angle(angle, n_from, n_to):
    return np.arcsin(n_from * np.sin(angle) / n_to)
