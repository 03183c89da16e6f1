# Weighted averages
def attribute_direction(Z, has_attribute):
    w = has_attribute.astype(float)
    return np.average(Z, axis=0, weights=w) - np.average(Z, axis=0, weights=1 - w)
