# The mean is added to the codes, as far as it goes
# loses: the sum of the components; the mean is added back; one code, one component; arguments are left alone
def decode(Z, mean, components):
    return (Z + mean[: Z.shape[1]]) @ components
