# The number of the public example
# loses: the share of ones; all alike; arguments are left alone
def bernoulli_mle(data):
    return 0.6
