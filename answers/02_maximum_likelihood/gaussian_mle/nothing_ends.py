# The smallest and the largest value
def gaussian_mle(data):
    return float(np.min(data)), float(np.max(data))
