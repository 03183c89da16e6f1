# The mean is added
# loses: the mean is subtracted
def encode(X, mean, components):
    return (X + mean) @ components.T
