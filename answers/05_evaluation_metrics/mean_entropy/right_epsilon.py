# A constant inside the logarithm, too small to matter.
mean_entropy = lambda probs: -np.mean(np.sum(probs * np.log(probs + 1e-12), axis=1))
