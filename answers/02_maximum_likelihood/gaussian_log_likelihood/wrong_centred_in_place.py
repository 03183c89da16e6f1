# Centres the data where they lie
# loses: arguments are left alone
def gaussian_log_likelihood(data, mu, sigma):
    data -= mu
    data /= sigma
    return np.sum(-0.5 * data**2 - 0.5 * np.log(2 * np.pi) - np.log(sigma))
