# The means, one after the other
@add_to_class(GMM)
def sample(self, n_samples):
    return np.resize(self.means, (n_samples, self.means.shape[1]))
