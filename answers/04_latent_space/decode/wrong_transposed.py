# Points are columns
# loses: the sum of the components; the mean is added back; one code, one component; arguments are left alone
def decode(Z, mean, components):
    return (Z @ components + mean).T
