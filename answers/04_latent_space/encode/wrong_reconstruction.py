# Decodes again: points instead of codes
# loses: coordinates along the components; the mean is subtracted; one point, one component; arguments are left alone
def encode(X, mean, components):
    Z = (X - mean) @ components.T
    return mean + Z @ components
