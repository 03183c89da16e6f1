# numpy.vectorize with a signature; masks inside.
def one(p, q):
    seen = p > 0
    if np.any(q[seen] == 0):
        return np.inf
    return np.sum(p[seen] * np.log(p[seen] / q[seen]))

kl_divergence = np.vectorize(one, signature="(k),(k)->()", otypes=[float])
