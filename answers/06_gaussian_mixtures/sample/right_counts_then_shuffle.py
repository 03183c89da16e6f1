# Multinomial counts first, then the rows are shuffled
@add_to_class(GMM)
def sample(self, n_samples):
    counts = self.rng.multinomial(n_samples, self.weights)
    blocks = []
    for c, m, S in zip(counts, self.means, self.covariances):
        blocks.append(self.rng.multivariate_normal(m, S, size=c))
    X = np.concatenate(blocks)
    return self.rng.permutation(X, axis=0)
