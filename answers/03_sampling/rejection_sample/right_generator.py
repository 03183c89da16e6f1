# A python generator of accepted draws
from itertools import islice

def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    tried = [0]

    def accepted():
        while True:
            for x in proposal_sample(64, rng):
                tried[0] += 1
                top = M * proposal_pdf(x)
                if target_pdf(x) > top:
                    raise ValueError("M does not cover the target")
                if rng.uniform(0, top) < target_pdf(x):
                    yield x

    samples = np.fromiter(islice(accepted(), n_samples), dtype=float)
    return samples, len(samples) / max(tried[0], 1)
