# Zeros of p are replaced in the argument.
# loses: arguments are left alone
def kl_divergence(p, q):
    zero = p == 0
    p[zero] = 1.0
    return np.where(zero, 0.0, p * (np.log(p) - np.log(q))).sum(axis=-1)
