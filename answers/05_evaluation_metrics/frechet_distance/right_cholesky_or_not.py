# A Cholesky factor of regular covariances, eigh for the singular.
def factor(sigma):
    try:
        return np.linalg.cholesky(sigma)
    except np.linalg.LinAlgError:
        values, vectors = np.linalg.eigh(sigma)
        return vectors * np.sqrt(values.clip(0))

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    singular_values = np.linalg.svd(factor(sigma_r).T @ factor(sigma_g), compute_uv=False)
    result = sum((a - b) ** 2 for a, b in zip(mu_r, mu_g))
    for i in range(len(mu_r)):
        result += sigma_r[i][i] + sigma_g[i][i] - 2 * singular_values[i]
    return result
