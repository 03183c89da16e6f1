# torch's distribution, which checks its covariance
import torch
from torch.distributions import MultivariateNormal

def mvn_log_pdf(X, mean, cov):
    mean, cov, X = (torch.from_numpy(a) for a in (mean, cov, X))
    return MultivariateNormal(mean, covariance_matrix=cov).log_prob(X)
