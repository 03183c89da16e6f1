# The indices the other way round
# loses: Snell's law; total reflection; the angles are left alone
def refraction_angle(angle, n_from, n_to):
    return np.arcsin(n_to / n_from * np.sin(angle))
