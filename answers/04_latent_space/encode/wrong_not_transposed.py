# Components are not transposed
# loses: coordinates along the components; the mean is subtracted; one point, one component; arguments are left alone
def encode(X, mean, components):
    return (X - mean) @ components
