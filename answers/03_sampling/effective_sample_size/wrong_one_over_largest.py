# One over the largest normalised weight
# loses: normalised weights; weights of any scale; the weights are left alone
def effective_sample_size(weights):
    return np.sum(weights) / np.max(weights)
