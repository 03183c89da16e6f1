# Boolean masks and np.ix_, one component after the other
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    unknown = np.isnan(condition)
    known = ~unknown
    logw, mus, covs = [], [], []
    for w, m, S in zip(self.weights, self.means, self.covariances):
        Saa, Sba = S[np.ix_(known, known)], S[np.ix_(unknown, known)]
        diff = condition[known] - m[known]
        logw.append(np.log(w) - 0.5 * np.linalg.slogdet(Saa)[1]
                    - 0.5 * diff @ np.linalg.solve(Saa, diff))
        mus.append(m[unknown] + Sba @ np.linalg.solve(Saa, diff))
        covs.append(S[np.ix_(unknown, unknown)] - Sba @ np.linalg.solve(Saa, Sba.T))
    p = np.exp(np.array(logw) - np.max(logw))
    p /= p.sum()
    out = np.tile(condition, (n_samples, 1))
    z = self.rng.choice(len(p), size=n_samples, p=p)
    for k in np.unique(z):
        rows = np.flatnonzero(z == k)
        eps = self.rng.standard_normal((len(rows), unknown.sum()))
        out[np.ix_(rows, np.flatnonzero(unknown))] = mus[k] + eps @ np.linalg.cholesky(covs[k]).T
    return out
