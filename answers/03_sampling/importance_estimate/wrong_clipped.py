# Log weights are clipped to what the exponential can take
# loses: huge log weights; tiny log weights
def importance_estimate(f, log_target, log_proposal, samples):
    lw = np.clip(log_target(samples) - log_proposal(samples), -700, 700)
    w = np.exp(lw)
    w /= w.sum()
    return np.sum(w * f(samples)), w
