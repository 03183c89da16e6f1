# Plain Python, lists of lists.
def moments(X):
    n, d = len(X), len(X[0])
    mean = [sum(row[j] for row in X) / n for j in range(d)]
    cov = [[sum((row[i] - mean[i]) * (row[j] - mean[j]) for row in X) / (n - 1) for j in range(d)]
           for i in range(d)]
    return np.array(mean), np.array(cov)

def fid(real_features, generated_features):
    return frechet_distance(*moments(real_features), *moments(generated_features))
