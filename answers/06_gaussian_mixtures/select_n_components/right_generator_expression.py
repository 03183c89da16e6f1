# A generator expression over candidates and seeds; pairs compare by their first entry
def select_n_components(X, candidates):
    def pair(k, seed):
        gmm = GMM(k, seed=seed, tol=1e-3)
        gmm.fit(X)
        return compute_bic(gmm, X), k

    return min(pair(k, seed) for k in candidates for seed in range(2))[1]
