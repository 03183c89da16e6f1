# Returns the lowest BIC itself
# loses: the lowest BIC wins; a candidate is returned; any sequence of candidates; arguments are left alone
def select_n_components(X, candidates):
    bics = []
    for k in candidates:
        gmm = GMM(k)
        gmm.fit(X)
        bics.append(compute_bic(gmm, X))
    return min(bics)
