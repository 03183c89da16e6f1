# A loop over codes, the maximum taken out by hand
import math

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    logs = []
    for _ in range(n_samples):
        z = rng.standard_normal(decode.n_latent)
        mu = decode(z)
        total = 0.0
        for a, b in zip(x, mu):
            total += -0.5 * ((a - b) / sigma) ** 2 - math.log(sigma) - 0.5 * math.log(2 * math.pi)
        logs.append(total)
    top = max(logs)
    return top + math.log(math.fsum(math.exp(v - top) for v in logs) / n_samples)
