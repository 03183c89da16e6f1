# The first code
def attribute_direction(Z, has_attribute):
    return Z[0].copy()
