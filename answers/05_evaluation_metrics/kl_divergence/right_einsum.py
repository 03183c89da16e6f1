# An inner product of p and the log ratio, with the infinite rows set apart.
def kl_divergence(p, q):
    p, q = np.broadcast_arrays(p, q)
    safe_p, safe_q = np.where(p > 0, p, 1.0), np.where(q > 0, q, 1.0)
    finite = np.einsum("...k,...k->...", p, np.log(safe_p) - np.log(safe_q))
    impossible = ((p > 0) & (q == 0)).any(axis=-1)
    return np.where(impossible, np.inf, finite)
