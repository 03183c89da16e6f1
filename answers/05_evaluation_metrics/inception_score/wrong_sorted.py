# The images are sorted by their class first.
# loses: p(y) belongs to its split; no image is left out; the deviation over splits; several splits of unequal length; ten splits by default
from scipy.special import rel_entr

def inception_score(probs, splits=10):
    scores = []
    for part in np.array_split(probs[np.argsort(probs.argmax(axis=1), kind='stable')[::-1]], splits):
        py = part.mean(axis=0)
        kl = rel_entr(part, py).sum(axis=1)
        scores.append(np.exp(kl.mean()))
    return np.mean(scores), np.std(scores)
