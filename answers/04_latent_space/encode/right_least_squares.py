# Least squares: the code whose image is nearest
def encode(X, mean, components):
    return np.linalg.lstsq(components.T, (X - mean).T, rcond=None)[0].T
