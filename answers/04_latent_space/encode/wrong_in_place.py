# Subtracts the mean from the caller's array
# loses: arguments are left alone
def encode(X, mean, components):
    X -= mean
    return X @ components.T
