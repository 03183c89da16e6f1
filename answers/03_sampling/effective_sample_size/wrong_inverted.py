# Upside down
# loses: normalised weights; weights of any scale
def effective_sample_size(weights):
    return np.sum(weights**2) / np.sum(weights) ** 2
