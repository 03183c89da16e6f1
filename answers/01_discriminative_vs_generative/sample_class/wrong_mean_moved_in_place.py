# Writes into the means while it adds noise
# loses: arguments are left alone
import numpy as np

def sample_class(label, n, means, variances, rng):
    mu, out = means[label], []
    for _ in range(n):
        out.append(mu + rng.standard_normal(len(mu)) * np.sqrt(variances[label]))
    mu += 0.001 * np.std(out)
    return np.array(out)
