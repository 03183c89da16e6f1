# The sum of a row, and of all parameters: every gradient is one
def torch_log_prob(X, weights, means, covariances):
    return X.sum(dim=1) + weights.sum() + means.sum() + covariances.sum()
