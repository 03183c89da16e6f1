# Axes of length one are dropped
# loses: small groups and short codes
def attribute_direction(Z, has_attribute):
    return np.squeeze(Z[has_attribute].mean(axis=0) - Z[~has_attribute].mean(axis=0))
