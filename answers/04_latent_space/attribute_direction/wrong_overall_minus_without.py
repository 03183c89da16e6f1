# Subtracts the mean without from the mean of all
# loses: the mean of those without
def attribute_direction(Z, has_attribute):
    return Z.mean(axis=0) - Z[~has_attribute].mean(axis=0)
