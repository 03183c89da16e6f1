# A share at a time
share = np.vectorize(lambda c, total: float(c) / float(total))

def multinomial_mle(counts):
    return share(counts, counts.sum())
