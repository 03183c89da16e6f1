# Half the difference, as between centres
# loses: the mean of those without
def attribute_direction(Z, has_attribute):
    return (Z[has_attribute].mean(axis=0) - Z[~has_attribute].mean(axis=0)) / 2
