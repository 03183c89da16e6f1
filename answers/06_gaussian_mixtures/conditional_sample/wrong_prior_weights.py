# Components are drawn with the mixing weights, whatever is known
# loses: weights given what is known; any coordinates may be unknown; a condition far from every component
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    X = np.tile(condition, (n_samples, 1))
    for i in range(n_samples):
        k = self.rng.choice(self.n_components, p=self.weights)
        m, S = self.means[k], self.covariances[k]
        gain = np.linalg.solve(S[np.ix_(known, known)], S[np.ix_(known, ~known)])
        mean = m[~known] + (condition[known] - m[known]) @ gain
        C = S[np.ix_(~known, ~known)] - S[np.ix_(~known, known)] @ gain
        X[i, ~known] = mean + np.linalg.cholesky(C) @ self.rng.standard_normal(len(mean))
    return X
