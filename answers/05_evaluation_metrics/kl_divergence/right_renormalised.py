# Normalises copies first, which changes nothing; prints and warns.
import warnings

def kl_divergence(p, q):
    warnings.warn("dividing by zero may follow")
    p = np.asarray(p) / np.sum(p, axis=-1, keepdims=True)
    q = np.asarray(q) / np.sum(q, axis=-1, keepdims=True)
    ratio = np.divide(p, q)
    ratio[p * np.ones_like(q) == 0] = 1.0
    print("largest ratio", ratio.max())
    return (p * np.log(ratio)).sum(axis=-1)
