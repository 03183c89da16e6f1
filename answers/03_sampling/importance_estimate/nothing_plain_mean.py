# The plain mean, all draws weighing the same
def importance_estimate(f, log_target, log_proposal, samples):
    n = len(samples)
    return float(np.mean(f(samples))), np.full(n, 1 / n)
