# The number of features
def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    return float(len(mu_r))
