# Standardises the data in place before fitting
# loses: arguments are left alone
def select_n_components(X, candidates):
    X -= X.mean(axis=0)
    X /= X.std(axis=0)

    def bic(k):
        gmm = GMM(k)
        gmm.fit(X)
        return compute_bic(gmm, X)

    return min(candidates, key=bic)
