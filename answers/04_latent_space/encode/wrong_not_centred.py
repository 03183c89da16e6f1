# The mean is not subtracted
# loses: the mean is subtracted
def encode(X, mean, components):
    return X @ components.T
