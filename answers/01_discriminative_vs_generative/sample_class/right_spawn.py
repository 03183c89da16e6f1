# A child generator for every feature
import numpy as np

def sample_class(label, n, means, variances, rng):
    children = rng.spawn(means.shape[1])
    columns = [g.normal(m, np.sqrt(v), n) for g, m, v in zip(children, means[label], variances[label])]
    return np.column_stack(columns)
