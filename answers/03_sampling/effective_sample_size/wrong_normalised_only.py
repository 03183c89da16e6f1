# Right only if the weights sum to one
# loses: weights of any scale
def effective_sample_size(weights):
    return 1 / np.sum(weights**2)
