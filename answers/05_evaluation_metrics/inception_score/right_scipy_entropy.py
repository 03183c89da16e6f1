# scipy.stats.entropy of every image against p(y); a deviation by hand.
from scipy.stats import entropy

def inception_score(probs, splits=10):
    scores = []
    for part in np.array_split(probs, splits):
        py = np.mean(part, axis=0)
        scores.append(np.exp(np.mean([entropy(pyx, py) for pyx in part])))
    mean = sum(scores) / splits
    return mean, (sum((s - mean) ** 2 for s in scores) / splits) ** 0.5
