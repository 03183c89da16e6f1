# scipy computes it and the result is wrapped in a tensor.
# loses: gradients reach every parameter
from scipy.stats import multivariate_normal

def torch_log_prob(X, weights, means, covariances):
    x, w, m, S = (t.detach().numpy() for t in (X, weights, means, covariances))
    joint = np.empty((len(x), len(w)))
    for k in range(len(w)):
        joint[:, k] = np.log(w[k]) + multivariate_normal.logpdf(x, m[k], S[k])
    return torch.from_numpy(logsumexp(joint, axis=1))
