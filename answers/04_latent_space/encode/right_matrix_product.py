# The formula
def encode(X, mean, components):
    return (X - mean) @ components.T
