# The condition in every row, the mixture's mean where it is unknown
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    row = np.where(np.isnan(condition), self.weights @ self.means, condition)
    return np.tile(row, (n_samples, 1))
