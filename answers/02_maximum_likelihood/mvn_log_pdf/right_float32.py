# Single precision once the mean is taken off
from scipy.linalg import solve_triangular

def mvn_log_pdf(X, mean, cov):
    diff = (X - mean).astype(np.float32)
    L = np.linalg.cholesky(cov.astype(np.float32))
    z = solve_triangular(L, diff.T, lower=True)
    return -0.5 * np.square(z).sum(0) - np.log(np.diag(L)).sum() - np.float32(0.9189385) * len(mean)
