# A table of one row
# loses: a difference of mean codes; from without to with; the mean of those without; small groups and short codes; arguments are left alone
def attribute_direction(Z, has_attribute):
    return Z[has_attribute].mean(axis=0, keepdims=True) - Z[~has_attribute].mean(axis=0, keepdims=True)
