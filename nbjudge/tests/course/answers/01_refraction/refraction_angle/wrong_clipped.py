# Grazes the surface where nothing passes
# loses: total reflection
def refraction_angle(angle, n_from, n_to):
    return np.arcsin(np.clip(n_from / n_to * np.sin(angle), -1, 1))
