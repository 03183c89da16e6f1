# Single precision
def multinomial_mle(counts):
    p = counts.astype(np.float32)
    p /= p.sum()
    return p
