# The weights come from the E-step of a smaller mixture that sees only the known part
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = np.flatnonzero(~np.isnan(condition))
    rest = np.flatnonzero(np.isnan(condition))
    if known.size == 0:
        return self.sample(n_samples)
    small = GMM(self.n_components)
    small.weights, small.means = self.weights, self.means[:, known]
    small.covariances = self.covariances[:, known][:, :, known]
    w = small._e_step(condition[known][None, :])[0]
    X = np.tile(condition, (n_samples, 1))
    if rest.size == 0:
        return X
    counts = self.rng.multinomial(n_samples, w)  # rows stay sorted by component
    start = 0
    for k, c in enumerate(counts):
        S = self.covariances[k]
        gain = np.linalg.solve(S[np.ix_(known, known)], S[np.ix_(known, rest)])
        m = self.means[k, rest] + (condition[known] - self.means[k, known]) @ gain
        C = S[np.ix_(rest, rest)] - gain.T @ S[np.ix_(known, rest)]
        X[start:start + c, rest] = self.rng.multivariate_normal(m, C, size=c)
        start += c
    return X
