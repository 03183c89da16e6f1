# The log-likelihood from torch's own distributions
from torch.distributions import Categorical, MixtureSameFamily, MultivariateNormal


def compute_bic(gmm, X):
    w, m, c = (torch.as_tensor(a) for a in (gmm.weights, gmm.means, gmm.covariances))
    mix = MixtureSameFamily(Categorical(w), MultivariateNormal(m, c))
    log_l = mix.log_prob(torch.as_tensor(X)).sum().item()
    K, d = m.shape
    return -2 * log_l + n_parameters(K, d, "full") * np.log(len(X))
