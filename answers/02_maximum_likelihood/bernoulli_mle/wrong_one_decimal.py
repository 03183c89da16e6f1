# Rounded as it was printed
# loses: the share of ones
def bernoulli_mle(data):
    return round(float(np.mean(data)), 1)
