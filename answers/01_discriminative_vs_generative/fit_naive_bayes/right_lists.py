# Plain Python; a list of lists
def fit_naive_bayes(X, y):
    rows, labels = X.tolist(), y.tolist()
    priors, means, variances = [], [], []
    for c in sorted(set(labels)):
        own = [x for x, label in zip(rows, labels) if label == c]
        n = len(own)
        mu = [sum(column) / n for column in zip(*own)]
        var = [sum((v - m) ** 2 for v in column) / n for column, m in zip(zip(*own), mu)]
        priors.append(n / len(rows))
        means.append(mu)
        variances.append(var)
    return [priors, means, variances]
