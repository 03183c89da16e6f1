# The entropies are not averaged.
# loses: the mean of the entropies; classes that are ruled out; the argument is left alone
from scipy.special import entr

def mean_entropy(probs):
    return entr(probs).sum(axis=1)
