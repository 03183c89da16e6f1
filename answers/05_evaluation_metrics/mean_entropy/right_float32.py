# Single precision, masked, over all entries at once; a 0-d array.
def mean_entropy(probs):
    p = np.asarray(probs, dtype=np.float32)
    p = p[p > 0]
    return np.array(-(p * np.log(p)).sum() / len(probs))
