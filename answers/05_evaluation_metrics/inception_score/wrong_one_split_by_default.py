# One split unless told otherwise.
# loses: ten splits by default
from scipy.special import rel_entr

def inception_score(probs, splits=1):
    scores = []
    for part in np.array_split(probs, splits):
        py = part.mean(axis=0)
        kl = rel_entr(part, py).sum(axis=1)
        scores.append(np.exp(kl.mean()))
    return np.mean(scores), np.std(scores)
