# Minus the number of values
def gaussian_log_likelihood(data, mu, sigma):
    return -float(len(data))
