# Returns a list of lists
@add_to_class(GMM)
def sample(self, n_samples):
    points = []
    for k in self.rng.choice(self.n_components, size=n_samples, p=self.weights):
        L = np.linalg.cholesky(self.covariances[k])
        e = self.rng.standard_normal(L.shape[0])
        point = []
        for i in range(L.shape[0]):
            point.append(float(self.means[k, i] + sum(L[i, j] * e[j] for j in range(i + 1))))
        points.append(point)
    return points
