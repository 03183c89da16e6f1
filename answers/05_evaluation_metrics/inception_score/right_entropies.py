# Entropy of the mean less the mean of the entropies.
from scipy.stats import entropy

def inception_score(probs, splits=10):
    parts = np.array_split(np.asarray(probs), splits)
    scores = np.exp([entropy(part.mean(0)) - entropy(part, axis=1).mean() for part in parts])
    return scores.mean(), scores.std()
