# The nuclear norm of the product of roots, a 0-d array.
def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    def root(sigma):
        u, s, _ = np.linalg.svd(sigma, hermitian=True)
        return u * np.sqrt(s)
    overlap = np.linalg.norm(root(sigma_r).T @ root(sigma_g), ord="nuc")
    parts = [np.square(mu_r - mu_g).sum(), np.trace(sigma_r), np.trace(sigma_g), -2 * overlap]
    return np.array(sum(parts))
