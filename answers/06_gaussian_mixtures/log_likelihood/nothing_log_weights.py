# The log of the mixing weights, for every point
@add_to_class(GMM)
def log_likelihood(self, X):
    return float(len(X) * np.sum(np.log(self.weights)))
