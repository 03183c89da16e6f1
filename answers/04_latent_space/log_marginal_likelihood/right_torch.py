# torch's distributions, codes from rng
import torch

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    z = torch.from_numpy(rng.standard_normal((n_samples, decode.n_latent)))
    images = torch.as_tensor(decode(z.numpy()))
    log_p = torch.distributions.Normal(images, sigma).log_prob(torch.as_tensor(x)).sum(dim=1)
    return (torch.logsumexp(log_p, dim=0) - np.log(n_samples)).item()
