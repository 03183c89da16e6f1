# The log of how many points there are, for every component
def compute_bic(gmm, X):
    return float(gmm.n_components * np.log(len(X)))
