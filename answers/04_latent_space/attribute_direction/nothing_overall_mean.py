# The mean of all codes
def attribute_direction(Z, has_attribute):
    return Z.mean(axis=0)
