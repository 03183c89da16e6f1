# Densities instead of their logarithms
# loses: huge log weights; tiny log weights
def importance_estimate(f, log_target, log_proposal, samples):
    w = np.exp(log_target(samples)) / np.exp(log_proposal(samples))
    w /= np.sum(w)
    return float(w @ f(samples)), w
