# From the overall mean, scaled up by the share of those without
def attribute_direction(Z, has_attribute):
    halfway = Z[has_attribute].mean(axis=0) - Z.mean(axis=0)
    return halfway / (1 - has_attribute.mean())
