# Normalises the caller's weights
# loses: the weights are left alone
def effective_sample_size(weights):
    weights /= weights.sum()
    return 1 / np.sum(weights**2)
