# A constant inside the logarithms, too small to matter.
def inception_score(probs, splits=10):
    eps = 1e-16
    scores = []
    for part in np.array_split(probs, splits):
        py = part.mean(axis=0)
        kl = (part * (np.log(part + eps) - np.log(py + eps))).sum(axis=1)
        scores.append(np.exp(kl.mean()))
    return float(np.mean(scores)), float(np.std(scores))
