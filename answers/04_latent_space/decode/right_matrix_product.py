# The formula
def decode(Z, mean, components):
    return Z @ components + mean
