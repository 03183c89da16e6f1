# The sum without its square
# loses: weights of any scale
def effective_sample_size(weights):
    return np.sum(weights) / np.sum(weights**2)
