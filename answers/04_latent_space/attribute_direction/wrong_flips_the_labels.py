# Negates the caller's labels in place
# loses: arguments are left alone
def attribute_direction(Z, has_attribute):
    with_it = Z[has_attribute].mean(axis=0)
    np.logical_not(has_attribute, out=has_attribute)
    return with_it - Z[has_attribute].mean(axis=0)
