# Subtracts the mean of all codes
# loses: the mean of those without
def attribute_direction(Z, has_attribute):
    return Z[has_attribute].mean(axis=0) - Z.mean(axis=0)
