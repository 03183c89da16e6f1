# Takes the highest BIC
# loses: the lowest BIC wins; any sequence of candidates
def select_n_components(X, candidates):
    bics = []
    for k in candidates:
        gmm = GMM(k)
        gmm.fit(X)
        bics.append(compute_bic(gmm, X))
    return candidates[int(np.argmax(bics))]
