# Boolean masks and einsum.
def kernel_inception_distance(real_features, generated_features):
    Z = np.vstack([real_features, generated_features])
    K = np.power(1 + np.einsum("id,jd->ij", Z, Z) / Z.shape[1], 3)
    first = np.arange(len(Z)) < len(real_features)
    other = ~np.eye(len(Z), dtype=bool)
    xx = K[np.outer(first, first) & other].mean()
    yy = K[np.outer(~first, ~first) & other].mean()
    xy = K[np.outer(first, ~first)].mean()
    return float(xx + yy - 2 * xy)
