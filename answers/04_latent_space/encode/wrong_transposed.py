# Codes are columns
# loses: coordinates along the components; the mean is subtracted; one point, one component; arguments are left alone
def encode(X, mean, components):
    return components @ (X - mean).T
