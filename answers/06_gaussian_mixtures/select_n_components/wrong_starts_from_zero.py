# The best BIC so far starts at zero, which none falls below
# loses: the lowest BIC wins; a candidate is returned; any sequence of candidates; arguments are left alone
def select_n_components(X, candidates):
    best_k, best_bic = None, 0
    for k in candidates:
        gmm = GMM(k)
        gmm.fit(X)
        bic = compute_bic(gmm, X)
        if bic < best_bic:
            best_k, best_bic = k, bic
    return best_k
