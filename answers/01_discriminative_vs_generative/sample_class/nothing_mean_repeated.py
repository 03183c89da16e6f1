# The mean of the class in every row
def sample_class(label, n, means, variances, rng):
    return np.tile(means[label], (n, 1))
