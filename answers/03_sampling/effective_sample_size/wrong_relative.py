# As a share of n
# loses: normalised weights; weights of any scale
def effective_sample_size(weights):
    return weights.sum() ** 2 / (weights**2).sum() / len(weights)
