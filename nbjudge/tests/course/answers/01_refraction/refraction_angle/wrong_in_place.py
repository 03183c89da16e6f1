# Sines where the angles were
# loses: the angles are left alone
def refraction_angle(angle, n_from, n_to):
    np.sin(angle, out=angle)
    return np.arcsin(n_from / n_to * angle)
