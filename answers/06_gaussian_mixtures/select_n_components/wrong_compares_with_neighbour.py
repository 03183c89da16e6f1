# Compares each candidate only with the one before it
# loses: the lowest BIC wins; any sequence of candidates
def select_n_components(X, candidates):
    previous, best = -np.inf, candidates[0]
    for k in candidates:
        gmm = GMM(k)
        gmm.fit(X)
        bic = compute_bic(gmm, X)
        if bic > previous:
            best = k
        previous = bic
    return best
