# Plain densities; where all underflow, the mixing weights take over
# loses: a condition far from every component
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    a = condition[known]
    w = self.weights.copy()
    if known.any():
        w *= [multivariate_normal(m[known], S[np.ix_(known, known)]).pdf(a)
              for m, S in zip(self.means, self.covariances)]
        if w.sum() == 0:
            w = self.weights
    z = self.rng.choice(self.n_components, n_samples, p=w / w.sum())
    X = np.tile(condition, (n_samples, 1))
    for k in range(self.n_components):
        m, S, rows = self.means[k], self.covariances[k], z == k
        gain = np.linalg.solve(S[np.ix_(known, known)], S[np.ix_(known, ~known)])
        C = S[np.ix_(~known, ~known)] - S[np.ix_(~known, known)] @ gain
        eps = self.rng.standard_normal((rows.sum(), len(C)))
        X[np.ix_(rows, ~known)] = (m[~known] + (a - m[known]) @ gain
                                   + eps @ np.linalg.cholesky(C).T)
    return X
