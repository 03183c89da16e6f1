# Sorts the list of candidates itself, which a tuple refuses
# loses: any sequence of candidates; arguments are left alone
def select_n_components(X, candidates):
    candidates.sort()
    bics = []
    for k in candidates:
        gmm = GMM(k)
        gmm.fit(X)
        bics.append(compute_bic(gmm, X))
    return candidates[int(np.argmin(bics))]
