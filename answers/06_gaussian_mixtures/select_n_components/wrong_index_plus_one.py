# Returns the place of the best candidate plus one, as if they were 1, 2, 3
# loses: a candidate is returned; any sequence of candidates
def select_n_components(X, candidates):
    bics = np.zeros(len(candidates))
    for i, k in enumerate(candidates):
        gmm = GMM(k)
        gmm.fit(X)
        bics[i] = compute_bic(gmm, X)
    return bics.argmin() + 1
