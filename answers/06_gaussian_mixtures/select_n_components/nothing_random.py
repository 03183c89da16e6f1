# A candidate at random
def select_n_components(X, candidates):
    return int(np.random.default_rng(0).choice(list(candidates)))
