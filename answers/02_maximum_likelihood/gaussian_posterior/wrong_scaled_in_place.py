# Scales the data where they lie
# loses: arguments are left alone
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    precision = 1 / prior_std**2 + len(data) / sigma**2
    data /= sigma**2
    return (prior_mean / prior_std**2 + data.sum()) / precision, precision**-0.5
