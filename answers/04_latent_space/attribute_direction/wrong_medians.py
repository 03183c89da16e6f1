# Medians instead of means
# loses: a difference of mean codes; from without to with; the mean of those without; small groups and short codes; arguments are left alone
def attribute_direction(Z, has_attribute):
    return np.median(Z[has_attribute], axis=0) - np.median(Z[~has_attribute], axis=0)
