# The smallest candidate
def select_n_components(X, candidates):
    return min(candidates)
