# Zero for the same features, one for others
def fid(real_features, generated_features):
    same = real_features.shape == generated_features.shape
    return float(not (same and np.allclose(real_features, generated_features)))
