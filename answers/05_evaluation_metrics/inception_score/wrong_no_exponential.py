# The mean divergence itself.
# loses: the score of a single split; the mean comes before the exponential; several splits of unequal length
from scipy.special import rel_entr

def inception_score(probs, splits=10):
    scores = []
    for part in np.array_split(probs, splits):
        py = part.mean(axis=0)
        kl = rel_entr(part, py).sum(axis=1)
        scores.append(kl.mean())
    return np.mean(scores), np.std(scores)
