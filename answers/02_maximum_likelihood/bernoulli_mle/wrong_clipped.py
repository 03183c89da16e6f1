# Kept away from zero and one
# loses: all alike
def bernoulli_mle(data):
    return float(np.clip(np.mean(data), 1e-3, 1 - 1e-3))
