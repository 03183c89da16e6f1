# How many numbers there are
def compute_bic(gmm, X):
    return float(X.size)
