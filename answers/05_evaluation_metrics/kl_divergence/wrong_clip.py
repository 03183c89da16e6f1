# Both distributions clipped from below, and normalised again.
# loses: events that only q rules out; rows with zeros among rows without
def kl_divergence(p, q):
    p, q = np.clip(p, 1e-10, 1), np.clip(q, 1e-10, 1)
    p, q = p / p.sum(axis=-1, keepdims=True), q / q.sum(axis=-1, keepdims=True)
    return (p * np.log(p / q)).sum(axis=-1)
