# log k less the divergence from the uniform distribution.
def mean_entropy(probs):
    n, k = probs.shape
    return np.log(k) - np.mean(kl_divergence(probs, np.full(k, 1 / k)))
