# The mean is not added back
# loses: the mean is added back
def decode(Z, mean, components):
    return Z @ components
