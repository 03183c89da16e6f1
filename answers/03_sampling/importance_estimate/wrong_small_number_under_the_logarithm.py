# Log densities become densities, and logarithms again with a small number under them
# loses: huge log weights; tiny log weights
def importance_estimate(f, log_target, log_proposal, samples):
    lw = np.log(np.exp(log_target(samples)) + 1e-300) - log_proposal(samples)
    w = np.exp(lw - lw.max())
    w /= w.sum()
    return np.sum(w * f(samples)), w
