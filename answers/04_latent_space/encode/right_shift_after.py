# Projects first, then takes the mean's own code away; single precision
def encode(X, mean, components):
    X, mean, components = (a.astype(np.float32) for a in (X, mean, components))
    return X @ components.T - mean @ components.T
