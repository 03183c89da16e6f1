# Adds to the mean itself
# loses: arguments are left alone
def decode(Z, mean, components):
    X = Z @ components + mean
    mean += 0.5
    return X
