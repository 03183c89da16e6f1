# A small number under the fraction outweighs small weights
# loses: weights of any scale
def effective_sample_size(weights):
    return np.sum(weights) ** 2 / (np.sum(weights**2) + 1e-12)
