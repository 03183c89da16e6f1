# One minus the largest probability
def mean_entropy(probs):
    return float(np.mean(1 - probs.max(axis=1)))
