# p(y) is the average over all images.
# loses: p(y) belongs to its split; several splits of unequal length
from scipy.special import rel_entr

def inception_score(probs, splits=10):
    scores = []
    for part in np.array_split(probs, splits):
        py = probs.mean(axis=0)
        kl = rel_entr(part, py).sum(axis=1)
        scores.append(np.exp(kl.mean()))
    return np.mean(scores), np.std(scores)
