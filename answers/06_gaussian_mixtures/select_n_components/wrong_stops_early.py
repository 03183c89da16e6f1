# Stops as soon as a candidate is worse than the one before
# loses: any sequence of candidates
def select_n_components(X, candidates):
    best_k, best_bic = None, np.inf
    for k in candidates:
        gmm = GMM(k)
        gmm.fit(X)
        bic = compute_bic(gmm, X)
        if bic > best_bic:
            break
        best_k, best_bic = k, bic
    return best_k
