# Returns a list of rows; two spawned generators
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    which, noise = self.rng.spawn(2)
    known = ~np.isnan(condition)
    lp, means, roots = [], [], []
    for w, m, S in zip(self.weights, self.means, self.covariances):
        A, B, C = S[known][:, known], S[~known][:, known], S[~known][:, ~known]
        r = condition[known] - m[known]
        values, V = np.linalg.eigh(A)
        lp.append(np.log(w) - 0.5 * np.log(values).sum() - 0.5 * ((V.T @ r) ** 2 / values).sum())
        Ainv = V @ np.diag(1 / values) @ V.T
        means.append(m[~known] + B @ Ainv @ r)
        lam, U = np.linalg.eigh(C - B @ Ainv @ B.T)
        roots.append(U * np.sqrt(lam))
    cum = np.cumsum(np.exp(np.array(lp) - logsumexp(lp)))
    rows = []
    for u in which.random(n_samples) * cum[-1]:
        k = int(np.searchsorted(cum, u, side="right"))
        fill = iter(means[k] + roots[k] @ noise.standard_normal(len(means[k])))
        rows.append([next(fill) if np.isnan(c) else float(c) for c in condition])
    return rows
