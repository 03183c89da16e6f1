# Goes through a sorted copy of the candidates; the result is a float
def select_n_components(X, candidates):
    order = sorted(set(candidates))
    bics = []
    for k in order:
        gmm = GMM(k, seed=7)
        gmm.fit(X.copy())
        bics.append(float(compute_bic(gmm, X)))
    return float(order[bics.index(min(bics))])
