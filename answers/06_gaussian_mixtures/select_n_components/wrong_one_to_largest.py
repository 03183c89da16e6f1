# Tries every number from 1 to the largest candidate
# loses: a candidate is returned; any sequence of candidates
def select_n_components(X, candidates):
    bics = {}
    for k in range(1, max(candidates) + 1):
        gmm = GMM(k)
        gmm.fit(X)
        bics[k] = compute_bic(gmm, X)
    return min(bics, key=bics.get)
