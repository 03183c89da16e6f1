# Mean and standard deviation of the largest probability
def inception_score(probs, splits=10):
    largest = probs.max(axis=1)
    return float(largest.mean()), float(largest.std())
