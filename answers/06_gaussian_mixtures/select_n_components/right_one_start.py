# One start for each candidate, a running best
def select_n_components(X, candidates):
    best_k, best_bic = None, np.inf
    for k in candidates:
        gmm = GMM(k)
        gmm.fit(X)
        bic = compute_bic(gmm, X)
        if bic < best_bic:
            best_k, best_bic = k, bic
    return best_k
