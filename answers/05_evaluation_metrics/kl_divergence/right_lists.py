# Nested lists come back.
def kl_divergence(p, q):
    p, q = np.broadcast_arrays(np.atleast_2d(p), np.atleast_2d(q)) if max(np.ndim(p), np.ndim(q)) > 1 else (p, q)
    if np.ndim(p) == 1:
        with np.errstate(all="ignore"):
            return float(sum(a * (np.log(a) - np.log(b)) for a, b in zip(p, q) if a > 0))
    return [kl_divergence(a, b) for a, b in zip(p, q)]
