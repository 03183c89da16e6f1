# A helper for one component; scipy's logpdf and rvs
from scipy import stats

def one_component(m, S, x, a, b):
    K = S[np.ix_(b, a)] @ np.linalg.pinv(S[np.ix_(a, a)])
    return m[b] + K @ (x[a] - m[a]), S[np.ix_(b, b)] - K @ S[np.ix_(a, b)]

@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    x = np.array(condition, dtype=float)
    b = np.isnan(x)
    a = ~b
    if a.all():
        return np.array([x] * n_samples)
    if b.all():
        return self.sample(n_samples)
    logp = np.array([np.log(self.weights[k]) + stats.multivariate_normal.logpdf(
        x[a], self.means[k][a], self.covariances[k][np.ix_(a, a)])
        for k in range(self.n_components)])
    p = np.exp(logp - logsumexp(logp))
    parts = [one_component(self.means[k], self.covariances[k], x, a, b)
             for k in range(self.n_components)]
    samples = np.empty((n_samples, len(x)))
    for i in range(n_samples):
        samples[i] = x
        m, C = parts[self.rng.choice(self.n_components, p=p)]
        samples[i, b] = np.atleast_1d(stats.multivariate_normal.rvs(m, C, random_state=self.rng))
    return samples
