# scipy's cho_factor, row by row
from scipy.linalg import cho_factor, cho_solve

def mvn_log_pdf(X, mean, cov):
    c, lower = cho_factor(cov)
    log_norm = np.log(np.diag(c)).sum() + 0.5 * len(mean) * np.log(2 * np.pi)
    out = []
    for x in X:
        out.append(-0.5 * (x - mean) @ cho_solve((c, lower), x - mean) - log_norm)
    return np.array(out)
