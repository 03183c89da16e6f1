# torch's own mixture distribution.
from torch.distributions import Categorical, MixtureSameFamily, MultivariateNormal

def torch_log_prob(X, weights, means, covariances):
    mix = MixtureSameFamily(Categorical(probs=weights), MultivariateNormal(means, covariances))
    return mix.log_prob(X)
