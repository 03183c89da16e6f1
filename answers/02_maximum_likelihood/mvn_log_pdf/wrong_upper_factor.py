# scipy's factor is the upper one unless asked
# loses: log density of ordinary rows; rows far from the mean; determinants that underflow
from scipy.linalg import cholesky, solve_triangular

def mvn_log_pdf(X, mean, cov):
    L = cholesky(cov)
    z = solve_triangular(L, (X - mean).T, lower=True)
    return -0.5 * (z**2).sum(0) - np.log(np.diag(L)).sum() - 0.5 * len(mean) * np.log(2 * np.pi)
