# Coordinate by coordinate, each given those before it
def mvn_log_pdf(X, mean, cov):
    diff, cov = X - mean, cov.copy()
    total = np.zeros(len(X))
    for j in range(len(mean)):
        variance = cov[j, j]
        if variance <= 0:
            raise np.linalg.LinAlgError("a coordinate has no variance left")
        total -= 0.5 * (diff[:, j] ** 2 / variance + np.log(2 * np.pi * variance))
        gain = cov[j + 1:, j] / variance
        diff[:, j + 1:] -= np.outer(diff[:, j], gain)
        cov[j + 1:, j + 1:] -= np.outer(gain, cov[j, j + 1:])
    return total
