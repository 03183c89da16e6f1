# Normalised first, then one over the sum of squares
def effective_sample_size(weights):
    w = weights / np.sum(weights)
    return 1 / np.sum(w**2)
