# One number at a time; nested lists
def sample_class(label, n, means, variances, rng):
    rows = []
    for i in range(n):
        rows.append([rng.normal(m, v ** 0.5) for m, v in zip(means[label], variances[label])])
    return rows
