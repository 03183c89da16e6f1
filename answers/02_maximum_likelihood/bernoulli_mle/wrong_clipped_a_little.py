# Kept away from zero and one by next to nothing
# loses: all alike
def bernoulli_mle(data):
    return float(np.clip(np.mean(data), 1e-10, 1 - 1e-10))
