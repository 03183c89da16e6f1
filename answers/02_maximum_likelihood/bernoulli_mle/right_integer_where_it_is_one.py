# A whole number where the share is one
def bernoulli_mle(data):
    p = np.average(data)
    return int(p) if p in (0, 1) else p
