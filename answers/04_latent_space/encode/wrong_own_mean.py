# Centred on the rows given, not on the mean given
# loses: the mean is subtracted; one point, one component
def encode(X, mean, components):
    return (X - X.mean(axis=0)) @ components.T
