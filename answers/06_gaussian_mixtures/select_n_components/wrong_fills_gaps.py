# Tries every number between the smallest and the largest candidate
# loses: any sequence of candidates
def select_n_components(X, candidates):
    bics = {}
    for k in range(min(candidates), max(candidates) + 1):
        gmm = GMM(k)
        gmm.fit(X)
        bics[k] = compute_bic(gmm, X)
    return min(bics, key=bics.get)
