# The number of the public example
# loses: the share of ones; all alike
def bernoulli_mle(data):
    return 0.6
