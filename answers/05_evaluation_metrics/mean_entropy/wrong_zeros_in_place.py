# Zeros are replaced in the argument.
# loses: the argument is left alone
def mean_entropy(probs):
    probs[probs == 0] = 1e-15
    return float(-(probs * np.log(probs)).sum(axis=1).mean())
