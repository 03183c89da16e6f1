# Whole numbers at random
def sample_class(label, n, means, variances, rng):
    return rng.integers(0, 10, size=(n, means.shape[1])).astype(float)
