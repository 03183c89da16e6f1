# Weighted least squares: the prior is one more observation
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    y = np.append(data, prior_mean)
    root = 1 / np.append(np.full(len(data), sigma), prior_std)
    (mean,), *_ = np.linalg.lstsq(root[:, None], y * root, rcond=None)
    return np.array([mean, 1 / np.linalg.norm(root)])
