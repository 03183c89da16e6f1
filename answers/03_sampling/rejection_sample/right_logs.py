# In logarithms, exponential numbers instead of uniform ones; a list of floats
import math

def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    draws, tried = [], 0
    while len(draws) < n_samples:
        x = float(proposal_sample(1, rng)[0])
        tried += 1
        p = float(target_pdf(x))
        if p == 0:
            continue
        log_ratio = math.log(p) - math.log(M) - math.log(proposal_pdf(x))
        if log_ratio > 0.005:
            raise ValueError("M too small")
        if rng.exponential() > -log_ratio:
            draws.append(x)
    return draws, len(draws) / tried if tried else None
