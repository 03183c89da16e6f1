# The constant is added to the arguments themselves.
# loses: events that only q rules out; rows with zeros among rows without; arguments are left alone
def kl_divergence(p, q):
    p += 1e-12
    q += 1e-12
    return (p * np.log(p / q)).sum(axis=-1)
