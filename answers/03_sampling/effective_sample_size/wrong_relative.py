# As a share of n
# loses: normalised weights; weights of any scale; the weights are left alone
def effective_sample_size(weights):
    return weights.sum() ** 2 / (weights**2).sum() / len(weights)
