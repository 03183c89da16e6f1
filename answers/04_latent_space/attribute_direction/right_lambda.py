# A lambda with masked arrays
attribute_direction = lambda Z, has_attribute: (
    Z.mean(axis=0, where=has_attribute[:, None]) - Z.mean(axis=0, where=~has_attribute[:, None]))
