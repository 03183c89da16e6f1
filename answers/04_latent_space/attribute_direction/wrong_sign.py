# Points from with to without
# loses: from without to with
def attribute_direction(Z, has_attribute):
    return Z[~has_attribute].mean(axis=0) - Z[has_attribute].mean(axis=0)
