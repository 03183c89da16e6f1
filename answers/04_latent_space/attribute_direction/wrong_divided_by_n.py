# Both sums divided by the number of all codes
# loses: a difference of mean codes; from without to with; the mean of those without; small groups and short codes; arguments are left alone
def attribute_direction(Z, has_attribute):
    return (Z[has_attribute].sum(axis=0) - Z[~has_attribute].sum(axis=0)) / len(Z)
