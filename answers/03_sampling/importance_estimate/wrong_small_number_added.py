# A small number keeps the sum from being zero, and the weights from being right
# loses: huge log weights; tiny log weights
def importance_estimate(f, log_target, log_proposal, samples):
    w = np.exp(log_target(samples) - log_proposal(samples))
    w = w / (w.sum() + 1e-300)
    return np.sum(w * f(samples)), w
