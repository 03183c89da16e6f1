# Fills in the conditional mean of the drawn component
# loses: nothing known; spread given what is known; any coordinates may be unknown
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    a = condition[known]
    log_w, fills = np.log(self.weights), []
    for k in range(self.n_components):
        m, S = self.means[k], self.covariances[k]
        d = a - m[known]
        solved = np.linalg.solve(S[np.ix_(known, known)], d)
        log_w[k] += -0.5 * d @ solved - 0.5 * np.linalg.slogdet(S[np.ix_(known, known)])[1]
        fills.append(m[~known] + S[np.ix_(~known, known)] @ solved)
    z = self.rng.choice(self.n_components, n_samples, p=np.exp(log_w - logsumexp(log_w)))
    X = np.tile(condition, (n_samples, 1))
    X[:, ~known] = np.array(fills)[z]
    return X
