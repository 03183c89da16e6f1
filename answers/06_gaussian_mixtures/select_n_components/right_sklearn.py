# scikit-learn's mixtures and their own bic
from sklearn.mixture import GaussianMixture

def select_n_components(X, candidates):
    bics = [GaussianMixture(k, n_init=2, random_state=0).fit(X).bic(X) for k in candidates]
    return candidates[int(np.argmin(bics))]
