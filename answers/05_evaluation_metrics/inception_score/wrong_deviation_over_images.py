# The deviation of the images' exponentiated divergences.
# loses: the deviation over splits; several splits of unequal length
from scipy.special import rel_entr

def inception_score(probs, splits=10):
    scores, images = [], []
    for part in np.array_split(probs, splits):
        kl = rel_entr(part, part.mean(axis=0)).sum(axis=1)
        scores.append(np.exp(kl.mean()))
        images.extend(np.exp(kl))
    return np.mean(scores), np.std(images)
