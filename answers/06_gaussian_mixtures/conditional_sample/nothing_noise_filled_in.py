# The condition in every row, noise where it is unknown
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    noise = self.rng.standard_normal((n_samples, len(condition)))
    return np.where(np.isnan(condition), noise, condition)
