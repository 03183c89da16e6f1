# Singular values of one centred table times the other, without covariances.
def fid(real_features, generated_features):
    a, b = real_features - real_features.mean(0), generated_features - generated_features.mean(0)
    a, b = a / np.sqrt(len(a) - 1), b / np.sqrt(len(b) - 1)
    overlap = np.linalg.svd(a @ b.T, compute_uv=False).sum()
    gap = np.square(real_features.mean(0) - generated_features.mean(0)).sum()
    return gap + np.square(a).sum() + np.square(b).sum() - 2 * overlap
