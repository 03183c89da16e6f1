# The first value
def bernoulli_mle(data):
    return float(data[0])
