# Brought to length one
# loses: the mean of those without
def attribute_direction(Z, has_attribute):
    v = Z[has_attribute].mean(axis=0) - Z[~has_attribute].mean(axis=0)
    return v / np.linalg.norm(v)
