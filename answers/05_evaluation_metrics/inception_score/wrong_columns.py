# p(y) averages over the wrong axis.
# loses: the score of a single split; from p(y) to p(y given x) or back; the mean comes before the exponential; p(y) belongs to its split; no image is left out; classes that are certain or impossible; the deviation over splits; several splits of unequal length; ten splits by default; the argument is left alone
from scipy.special import rel_entr

def inception_score(probs, splits=10):
    scores = []
    for part in np.array_split(probs, splits):
        py = part.mean(axis=1, keepdims=True)
        kl = rel_entr(part, py).sum(axis=1)
        scores.append(np.exp(kl.mean()))
    return np.mean(scores), np.std(scores)
