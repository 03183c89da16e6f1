# Axes of length one are dropped
# loses: one code, one component
def decode(Z, mean, components):
    return np.squeeze(Z @ components + mean)
