# Minus the sum of squares
@add_to_class(GMM)
def log_likelihood(self, X):
    return -float(np.sum(X**2))
