# Tries 1 to the number of candidates instead of the candidates
# loses: a candidate is returned; any sequence of candidates
def select_n_components(X, candidates):
    def bic(k):
        gmm = GMM(k)
        gmm.fit(X)
        return compute_bic(gmm, X)

    return min(range(1, len(candidates) + 1), key=bic)
