# The formula
def effective_sample_size(weights):
    return weights.sum() ** 2 / (weights**2).sum()
