# A nested list comes back, one row a point, with math instead of numpy.
import math

@add_to_class(GMM)
def _e_step(self, X):
    inverses = [np.linalg.inv(S) for S in self.covariances]
    halves = [0.5 * np.linalg.slogdet(S)[1] for S in self.covariances]
    table = []
    for x in X:
        row = []
        for w, m, P, h in zip(self.weights, self.means, inverses, halves):
            row.append(math.log(w) - h - 0.5 * float((x - m) @ P @ (x - m)))
        top = max(row)
        row = [math.exp(v - top) for v in row]
        table.append([v / sum(row) for v in row])
    return table
