# Splits as in the code of the paper, longer ones not first.
# loses: several splits of unequal length
from scipy.special import rel_entr

def inception_score(probs, splits=10):
    scores = []
    for part in [probs[i * len(probs) // splits:(i + 1) * len(probs) // splits] for i in range(splits)]:
        py = part.mean(axis=0)
        kl = rel_entr(part, py).sum(axis=1)
        scores.append(np.exp(kl.mean()))
    return np.mean(scores), np.std(scores)
