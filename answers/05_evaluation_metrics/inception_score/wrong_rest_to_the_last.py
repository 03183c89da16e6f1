# The last split takes the surplus.
# loses: several splits of unequal length
from scipy.special import rel_entr

def inception_score(probs, splits=10):
    scores = []
    for part in np.split(probs, [i * (len(probs) // splits) for i in range(1, splits)]):
        py = part.mean(axis=0)
        kl = rel_entr(part, py).sum(axis=1)
        scores.append(np.exp(kl.mean()))
    return np.mean(scores), np.std(scores)
