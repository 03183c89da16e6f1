# A smaller mixture of the unknown part, sampled by its own method; single precision result
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    logs = np.log(self.weights)
    child = GMM(self.n_components)
    child.rng = self.rng
    child.means, child.covariances = [], []
    for k in range(self.n_components):
        S = self.covariances[k]
        Saa, Sab = S[known][:, known], S[known][:, ~known]
        diff = condition[known] - self.means[k, known]
        solved = np.linalg.solve(Saa, np.column_stack([diff, Sab]))
        logs[k] -= 0.5 * (diff @ solved[:, 0] + np.linalg.slogdet(Saa)[1])
        child.means.append(self.means[k, ~known] + Sab.T @ solved[:, 0])
        child.covariances.append(S[~known][:, ~known] - Sab.T @ solved[:, 1:])
    child.weights = np.exp(logs - logsumexp(logs))
    child.means, child.covariances = np.array(child.means), np.array(child.covariances)
    samples = np.tile(condition.astype(np.float32), (n_samples, 1))
    if not known.all():
        samples[:, ~known] = child.sample(n_samples)
    return samples
