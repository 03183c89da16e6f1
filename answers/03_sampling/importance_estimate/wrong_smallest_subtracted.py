# Subtracts the smallest log weight instead of the largest
# loses: draws where the target is zero
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) - log_proposal(samples)
    w = np.exp(lw - lw.min())
    w /= w.sum()
    return np.sum(w * f(samples)), w
