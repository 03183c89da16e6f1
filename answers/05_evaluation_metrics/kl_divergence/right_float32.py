# Single precision.
def kl_divergence(p, q):
    p, q = np.asarray(p, dtype=np.float32), np.asarray(q, dtype=np.float32)
    logs = np.where(p > 0, np.log(p, where=p > 0, out=np.zeros_like(p)), 0) - np.log(q)
    return np.where(p > 0, p * logs, np.float32(0)).sum(axis=-1)
