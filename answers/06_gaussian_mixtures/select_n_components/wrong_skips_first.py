# The first candidate is never tried
# loses: the lowest BIC wins; a candidate is returned; any sequence of candidates; arguments are left alone
def select_n_components(X, candidates):
    def bic(k):
        gmm = GMM(k)
        gmm.fit(X)
        return compute_bic(gmm, X)

    return min(candidates[1:], key=bic)
