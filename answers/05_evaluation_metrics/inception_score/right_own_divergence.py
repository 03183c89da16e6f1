# Calls the divergence from above, and returns a list.
def inception_score(probs, splits=10):
    scores = [np.exp(np.mean(kl_divergence(part, part.mean(axis=0, keepdims=True))))
              for part in np.array_split(probs, splits, axis=0)]
    return [float(np.mean(scores)), float(np.std(scores))]
