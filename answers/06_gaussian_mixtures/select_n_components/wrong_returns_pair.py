# Returns the best candidate together with its BIC
# loses: the lowest BIC wins; a candidate is returned; any sequence of candidates; arguments are left alone
def select_n_components(X, candidates):
    best = (None, np.inf)
    for k in candidates:
        gmm = GMM(k)
        gmm.fit(X)
        bic = compute_bic(gmm, X)
        if bic < best[1]:
            best = (k, bic)
    return best
