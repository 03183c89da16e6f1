# By the coefficient of variation of the weights
def effective_sample_size(weights):
    n = len(weights)
    return n / (1 + np.var(weights) / np.mean(weights) ** 2)
