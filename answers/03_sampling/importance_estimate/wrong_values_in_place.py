# Writes f into the samples
# loses: the samples are left alone
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) - log_proposal(samples)
    samples[:] = f(samples)
    w = np.exp(lw - lw.max())
    w /= w.sum()
    return np.sum(w * samples), w
