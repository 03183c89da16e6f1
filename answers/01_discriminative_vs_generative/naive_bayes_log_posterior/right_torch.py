# torch distributions and log_softmax
import torch

def naive_bayes_log_posterior(X, priors, means, variances):
    X, priors, means, variances = (torch.as_tensor(a) for a in (X, priors, means, variances))
    normal = torch.distributions.Normal(means, variances.sqrt())
    joint = normal.log_prob(X[:, None]).sum(-1) + priors.log()
    return torch.log_softmax(joint, dim=1).numpy()
