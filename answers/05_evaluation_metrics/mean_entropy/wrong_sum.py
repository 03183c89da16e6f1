# The entropies are added, not averaged.
# loses: the mean of the entropies
from scipy.special import entr

def mean_entropy(probs):
    return entr(probs).sum()
