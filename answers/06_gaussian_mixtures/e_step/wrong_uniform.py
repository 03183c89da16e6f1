# Equal shares for everyone; rows do sum to one.
# loses: Bayes' rule at ordinary points; the mixing weights count; points far from every component; tiny determinants; one dimension, one component, one point; arguments and parameters are left alone
@add_to_class(GMM)
def _e_step(self, X):
    K = self.n_components
    return np.full((len(X), K), 1 / K)
