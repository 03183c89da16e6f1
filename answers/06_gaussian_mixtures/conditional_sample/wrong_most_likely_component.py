# Always takes the most likely component
# loses: nothing known; weights given what is known
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    a = condition[known]
    best, best_score = None, -np.inf
    for k in range(self.n_components):
        Saa = self.covariances[k][np.ix_(known, known)]
        d = a - self.means[k, known]
        score = np.log(self.weights[k]) - 0.5 * (d @ np.linalg.solve(Saa, d)
                                                 + np.linalg.slogdet(Saa)[1])
        if score > best_score:
            best, best_score = k, score
    m, S = self.means[best], self.covariances[best]
    gain = np.linalg.solve(S[np.ix_(known, known)], S[np.ix_(known, ~known)])
    mean = m[~known] + (a - m[known]) @ gain
    C = S[np.ix_(~known, ~known)] - S[np.ix_(~known, known)] @ gain
    X = np.tile(condition, (n_samples, 1))
    X[:, ~known] = mean + self.rng.standard_normal((n_samples, len(mean))) @ np.linalg.cholesky(C).T
    return X
