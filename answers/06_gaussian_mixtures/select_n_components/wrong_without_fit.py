# Asks for the BIC of models that were never fitted
# loses: the lowest BIC wins; a candidate is returned; any sequence of candidates; arguments are left alone
def select_n_components(X, candidates):
    return min(candidates, key=lambda k: compute_bic(GMM(k), X))
