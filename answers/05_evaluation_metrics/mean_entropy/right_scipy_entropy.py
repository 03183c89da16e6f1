# scipy.stats.entropy of every row.
from scipy.stats import entropy

def mean_entropy(probs):
    return float(np.mean([entropy(row) for row in probs]))
