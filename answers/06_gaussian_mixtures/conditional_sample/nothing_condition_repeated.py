# The condition in every row, NaN included
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    return np.tile(condition, (n_samples, 1))
