# A Cholesky factor and forward substitution by hand
import math

def mvn_log_pdf(X, mean, cov):
    d = len(mean)
    L = np.zeros((d, d))
    for j in range(d):
        pivot = cov[j, j] - L[j, :j] @ L[j, :j]
        if not pivot > 0:
            raise ValueError(f"pivot {j} is {pivot}")
        L[j, j] = math.sqrt(pivot)
        L[j + 1:, j] = (cov[j + 1:, j] - L[j + 1:, :j] @ L[j, :j]) / L[j, j]
    result = np.zeros(len(X))
    for i, x in enumerate(X):
        z = np.zeros(d)
        for j in range(d):
            z[j] = (x[j] - mean[j] - L[j, :j] @ z[:j]) / L[j, j]
            result[i] -= 0.5 * z[j] ** 2 + math.log(L[j, j]) + 0.5 * math.log(2 * math.pi)
    return result
