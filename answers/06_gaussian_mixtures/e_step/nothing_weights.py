# The mixing weights, whatever the point
@add_to_class(GMM)
def _e_step(self, X):
    return np.tile(self.weights, (len(X), 1))
