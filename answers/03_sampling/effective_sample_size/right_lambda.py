# Norms, in single precision
effective_sample_size = lambda weights: (
    np.linalg.norm(weights.astype("f4"), 1) / np.linalg.norm(weights.astype("f4"))) ** 2
