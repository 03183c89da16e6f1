# Point by point with math and a running total.
import math

@add_to_class(GMM)
def log_likelihood(self, X):
    d = X.shape[1]
    total = 0.0
    for x in X:
        terms = []
        for k in range(len(self.weights)):
            diff = x - self.means[k]
            logdet = np.linalg.slogdet(self.covariances[k])[1]
            quad = float(diff @ np.linalg.solve(self.covariances[k], diff))
            terms.append(math.log(self.weights[k]) - 0.5 * (d * math.log(2 * math.pi) + logdet + quad))
        m = max(terms)
        total += m + math.log(sum(math.exp(t - m) for t in terms))
    return total
