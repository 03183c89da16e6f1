# A small number takes the place of weights that are zero
# loses: draws where the target is zero
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) - log_proposal(samples)
    w = np.exp(lw - lw.max())
    w = np.where(w > 0, w, 1e-12)
    w /= w.sum()
    return np.sum(w * f(samples)), w
