# NaN where a probability is zero.
# loses: classes that are ruled out
def mean_entropy(probs):
    return float(-(probs * np.log(probs)).sum(axis=1).mean())
