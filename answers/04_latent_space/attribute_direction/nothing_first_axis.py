# The first axis
def attribute_direction(Z, has_attribute):
    return np.eye(Z.shape[1])[0]
