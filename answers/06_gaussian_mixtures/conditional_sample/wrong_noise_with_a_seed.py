# Components from self.rng, but noise from a generator with a seed of its own
# loses: randomness from self.rng
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
    noise = np.random.default_rng(0).standard_normal((n_samples, int(unknown.sum())))
    for i, k in enumerate(z):
        out[i, unknown] = mus[k] + np.linalg.cholesky(covs[k]) @ noise[i]
    return out
