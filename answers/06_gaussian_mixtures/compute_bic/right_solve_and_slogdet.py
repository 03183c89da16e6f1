# Its own log-likelihood, with solve and slogdet, point by point
def compute_bic(gmm, X):
    n, d = X.shape
    total = 0.0
    for x in X:
        terms = []
        for k in range(gmm.n_components):
            diff = x - gmm.means[k]
            S = gmm.covariances[k]
            terms.append(np.log(gmm.weights[k]) - 0.5 * (diff @ np.linalg.solve(S, diff)
                         + np.linalg.slogdet(S)[1] + d * np.log(2 * np.pi)))
        total += logsumexp(terms)
    return -2 * total + n_parameters(gmm.n_components, d, "full") * np.log(n)
