# One expression; the diagonal from the norms of the rows.
kernel_inception_distance = lambda real_features, generated_features: sum(
    (((A @ A.T / A.shape[1] + 1) ** 3).sum() - (((A ** 2).sum(1) / A.shape[1] + 1) ** 3).sum()) / (len(A) * (len(A) - 1))
    for A in (real_features, generated_features)
) - 2 * ((real_features @ generated_features.T / real_features.shape[1] + 1) ** 3).mean()
