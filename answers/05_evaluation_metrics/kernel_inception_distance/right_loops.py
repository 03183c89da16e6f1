# Every pair in plain Python.
def k(x, y):
    return (sum(a * b for a, b in zip(x, y)) / len(x) + 1) ** 3

def kernel_inception_distance(real_features, generated_features):
    X, Y = real_features.tolist(), generated_features.tolist()
    m, n = len(X), len(Y)
    xx = sum(k(X[i], X[j]) for i in range(m) for j in range(m) if i != j) / (m * (m - 1))
    yy = sum(k(Y[i], Y[j]) for i in range(n) for j in range(n) if i != j) / (n * (n - 1))
    xy = sum(k(x, y) for x in X for y in Y) / (m * n)
    return xx + yy - 2 * xy
