# A constant that matters for certain classes.
# loses: classes that are certain or impossible
from scipy.special import rel_entr

def inception_score(probs, splits=10):
    scores = []
    for part in np.array_split(probs, splits):
        py = part.mean(axis=0)
        kl = (part * np.log(np.maximum(part, 1e-300) / (py + 1e-2 * (part == 0).any(axis=0)))).sum(axis=1)
        scores.append(np.exp(kl.mean()))
    return np.mean(scores), np.std(scores)
