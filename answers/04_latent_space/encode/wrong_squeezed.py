# Axes of length one are dropped
# loses: one point, one component
def encode(X, mean, components):
    return np.squeeze((X - mean) @ components.T)
