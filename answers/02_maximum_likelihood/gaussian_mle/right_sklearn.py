# A mixture of one component
from sklearn.mixture import GaussianMixture

def gaussian_mle(data):
    model = GaussianMixture(1, reg_covar=0).fit(data[:, None])
    return float(model.means_[0, 0]), float(np.sqrt(model.covariances_[0, 0, 0]))
