# Nested lists, covariance by loops
def fit_pca(X, n_latent):
    n, d = X.shape
    mean = [float(sum(X[i, j] for i in range(n)) / n) for j in range(d)]
    cov = np.zeros((d, d))
    for row in X:
        for i in range(d):
            for j in range(d):
                cov[i, j] += (row[i] - mean[i]) * (row[j] - mean[j]) / n
    values, vectors = np.linalg.eigh(cov)
    picked = sorted(range(d), key=lambda k: -values[k])[:n_latent]
    components = [vectors[:, k].tolist() for k in picked]
    return mean, components, [float(values[k] / sum(values)) for k in picked]
