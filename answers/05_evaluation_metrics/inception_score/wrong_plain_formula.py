# NaN where a probability is zero.
# loses: classes that are certain or impossible
from scipy.special import rel_entr

def inception_score(probs, splits=10):
    scores = []
    for part in np.array_split(probs, splits):
        py = part.mean(axis=0)
        kl = (part * np.log(part / py)).sum(axis=1)
        scores.append(np.exp(kl.mean()))
    return np.mean(scores), np.std(scores)
