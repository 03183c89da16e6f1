# Every point gets the mixing weights as its responsibilities.
# loses: Bayes' rule at ordinary points; the mixing weights count; points far from every component; tiny determinants; one dimension, one component, one point; arguments and parameters are left alone
@add_to_class(GMM)
def _e_step(self, X):
    return np.tile(self.weights, (X.shape[0], 1))
