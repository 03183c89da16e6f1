# Reversed, and with p(y) over all images.
# loses: the score of a single split; from p(y) to p(y given x) or back; p(y) belongs to its split; several splits of unequal length
from scipy.special import rel_entr

def inception_score(probs, splits=10):
    scores = []
    for part in np.array_split(probs, splits):
        py = probs.mean(axis=0)
        kl = rel_entr(py, part).sum(axis=1)
        scores.append(np.exp(kl.mean()))
    return np.mean(scores), np.std(scores)
