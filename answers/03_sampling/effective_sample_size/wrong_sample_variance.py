# Dividing by n − 1 on the way
# loses: normalised weights; weights of any scale; the weights are left alone
def effective_sample_size(weights):
    n = len(weights)
    if n == 1:
        return 1.0
    return n / (1 + np.var(weights, ddof=1) / np.mean(weights) ** 2)
