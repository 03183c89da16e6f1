# The mean is subtracted
# loses: the mean is added back
def decode(Z, mean, components):
    return Z @ components - mean
