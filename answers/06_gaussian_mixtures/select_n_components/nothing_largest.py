# The largest candidate
def select_n_components(X, candidates):
    return max(candidates)
