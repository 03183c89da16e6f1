# Throws draws of weight zero away, and so returns fewer weights
# loses: draws where the target is zero
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) - log_proposal(samples)
    keep = np.isfinite(lw)
    w = np.exp(lw[keep] - lw[keep].max())
    w /= w.sum()
    return np.sum(w * f(samples[keep])), w
