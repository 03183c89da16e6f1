# Boolean masks
def attribute_direction(Z, has_attribute):
    with_it = Z[has_attribute].mean(axis=0)
    without = Z[~has_attribute].mean(axis=0)
    return with_it - without
