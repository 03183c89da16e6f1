# Logarithms to base two.
# loses: the mean of the entropies
from scipy.stats import entropy

def mean_entropy(probs):
    return entropy(probs, base=2, axis=1).mean()
