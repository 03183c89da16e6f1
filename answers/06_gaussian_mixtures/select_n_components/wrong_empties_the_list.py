# Takes the candidates out of the list until none is left
# loses: any sequence of candidates; arguments are left alone
def select_n_components(X, candidates):
    results = []
    while candidates:
        k = candidates.pop()
        gmm = GMM(k)
        gmm.fit(X)
        results.append((compute_bic(gmm, X), k))
    return min(results)[1]
