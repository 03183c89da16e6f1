# The mean of the mixture in every row
@add_to_class(GMM)
def sample(self, n_samples):
    return np.tile(self.weights @ self.means, (n_samples, 1))
