# Its own criterion from the last log-likelihood of the fit, best of two starts
def select_n_components(X, candidates):
    n, d = X.shape

    def score(k):
        log_l = max(GMM(k, seed=s).fit(X)[-1] for s in (0, 1))
        free = k - 1 + k * d + k * d * (d + 1) // 2
        return log_l - 0.5 * free * np.log(n)

    return max(list(candidates), key=score)
