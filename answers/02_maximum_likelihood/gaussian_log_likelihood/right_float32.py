# Single precision, and a total without dimensions
def gaussian_log_likelihood(data, mu, sigma):
    z = ((data - mu) / sigma).astype(np.float32)
    terms = -0.5 * z**2 - np.float32(np.log(sigma)) - np.float32(0.5 * np.log(2 * np.pi))
    return np.array(terms.sum(dtype=np.float32))
