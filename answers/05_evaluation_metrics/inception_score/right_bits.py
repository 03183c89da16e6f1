# Bits all the way: two to the power of the mean divergence.
from scipy.stats import entropy

def inception_score(probs, splits=10):
    scores = [2 ** np.mean(entropy(part, part.mean(axis=0, keepdims=True), base=2, axis=1))
              for part in np.array_split(probs, splits)]
    return np.average(scores), np.sqrt(np.var(scores))
