# Three starts, the one with the best log-likelihood counts
def select_n_components(X, candidates):
    scores = {}
    for k in candidates:
        models = [GMM(k, seed=s) for s in range(3)]
        ends = [m.fit(X)[-1] for m in models]
        scores[k] = compute_bic(models[int(np.argmax(ends))], X)
    return min(scores, key=scores.get)
