# The first component answers for everything
@add_to_class(GMM)
def _e_step(self, X):
    return np.tile(np.eye(self.n_components)[0], (len(X), 1))
