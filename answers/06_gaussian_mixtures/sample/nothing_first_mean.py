# The first mean in every row
@add_to_class(GMM)
def sample(self, n_samples):
    return np.tile(self.means[0], (n_samples, 1))
