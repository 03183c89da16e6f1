# Signed weights in one product, single precision
def attribute_direction(Z, has_attribute):
    signs = np.where(has_attribute, 1 / has_attribute.sum(), -1 / (~has_attribute).sum())
    return signs.astype(np.float32) @ Z.astype(np.float32)
