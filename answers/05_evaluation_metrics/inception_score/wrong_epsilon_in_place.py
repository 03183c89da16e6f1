# The small constant is added to the argument.
# loses: the argument is left alone
def inception_score(probs, splits=10):
    probs += 1e-12
    scores = []
    for part in np.array_split(probs, splits):
        scores.append(np.exp((part * np.log(part / part.mean(axis=0))).sum(axis=1).mean()))
    return np.mean(scores), np.std(scores)
