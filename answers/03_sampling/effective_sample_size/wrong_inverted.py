# Upside down
# loses: normalised weights; weights of any scale; the weights are left alone
def effective_sample_size(weights):
    return np.sum(weights**2) / np.sum(weights) ** 2
