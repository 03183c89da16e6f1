# Collects lists, converts them, sets all attributes in one go and returns the mixture.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    def fit_one(r):
        total = float(sum(r))
        mean = sum(ri * xi for ri, xi in zip(r, X)) / total
        cov = sum(ri * np.outer(xi - mean, xi - mean) for ri, xi in zip(r, X)) / total
        return total / len(X), mean, cov
    w, m, c = zip(*map(fit_one, responsibilities.T))
    vars(self).update(weights=np.array(w), means=np.array(m), covariances=np.array(c))
    return self
