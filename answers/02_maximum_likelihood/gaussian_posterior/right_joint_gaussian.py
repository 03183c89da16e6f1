# Conditions the joint Gaussian of mu and the data
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    n, v = len(data), prior_std**2
    joint = np.full((n, n), v) + sigma**2 * np.eye(n)
    gain = np.linalg.solve(joint, np.full(n, v))
    return prior_mean + gain @ (data - prior_mean), np.sqrt(v - gain @ np.full(n, v))
