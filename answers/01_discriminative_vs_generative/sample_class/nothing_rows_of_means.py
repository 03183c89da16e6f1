# Rows of the table of means, drawn with rng
def sample_class(label, n, means, variances, rng):
    return means[rng.integers(len(means), size=n)]
