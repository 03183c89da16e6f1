# The worst score there is, the same in every split
def inception_score(probs, splits=10):
    return 1.0, 0.0
