# Weights in single precision after the largest is gone
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) - log_proposal(samples)
    w = np.exp((lw - lw.max()).astype(np.float32))
    w = w / w.sum(dtype=np.float64)
    return np.float64(np.sum(w * f(samples))), w
