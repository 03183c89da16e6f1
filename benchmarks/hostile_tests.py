"""The hidden tests that an instructor would write for stock nbgrader, a cell for each exercise.

``hostile.py`` puts them in place of our one line ``grade(...)``. They run after the student's code,
in the same process, and use its names.
"""

# %% gaussian_log_likelihood
from helpers.reference import maximum_likelihood as reference

x = np.random.default_rng(1).normal(2.0, 3.0, 50)
assert np.isclose(
    gaussian_log_likelihood(x, 1.5, 2.5), reference.gaussian_log_likelihood(x, 1.5, 2.5)
)
# %% gaussian_mle
from helpers.reference import maximum_likelihood as reference

x = np.random.default_rng(2).normal(2.0, 3.0, 50)
assert np.allclose(gaussian_mle(x), reference.gaussian_mle(x))
# %% bernoulli_mle
from helpers.reference import maximum_likelihood as reference

x = np.random.default_rng(3).integers(2, size=50)
assert np.isclose(bernoulli_mle(x), reference.bernoulli_mle(x))
# %% multinomial_mle
from helpers.reference import maximum_likelihood as reference

counts = np.random.default_rng(4).integers(1, 20, size=5)
np.testing.assert_allclose(multinomial_mle(counts), reference.multinomial_mle(counts))
# %% mvn_log_pdf
from helpers.reference import maximum_likelihood as reference

X, cov = np.random.default_rng(5).normal(size=(30, 2)), np.array([[2.0, 0.5], [0.5, 1.0]])
np.testing.assert_allclose(
    mvn_log_pdf(X, np.ones(2), cov), reference.mvn_log_pdf(X, np.ones(2), cov)
)
# %% log_likelihood_surface
from helpers.reference import maximum_likelihood as reference

x, mus, sigmas = np.random.default_rng(6).normal(size=40), np.linspace(-1, 1, 4), np.arange(1.0, 4)
np.testing.assert_allclose(
    log_likelihood_surface(x, mus, sigmas), reference.log_likelihood_surface(x, mus, sigmas)
)
# %% gaussian_posterior
from helpers.reference import maximum_likelihood as reference

x = np.random.default_rng(7).normal(size=20)
assert np.allclose(
    gaussian_posterior(x, 1.5, 0.5, 2.0), reference.gaussian_posterior(x, 1.5, 0.5, 2.0)
)

# %% kl_divergence
from helpers.reference import evaluation_metrics as reference

p, q = np.random.default_rng(1).dirichlet(np.ones(4), size=(2, 6))
np.testing.assert_allclose(kl_divergence(p, q), reference.kl_divergence(p, q))
# %% inception_score
from helpers.reference import evaluation_metrics as reference

probs = np.random.default_rng(2).dirichlet(np.ones(4), size=50)
assert np.allclose(inception_score(probs, 5), reference.inception_score(probs, 5))
# %% mean_entropy
from helpers.reference import evaluation_metrics as reference

probs = np.random.default_rng(3).dirichlet(np.ones(4), size=50)
assert np.isclose(mean_entropy(probs), reference.mean_entropy(probs))
# %% frechet_distance
from helpers.reference import evaluation_metrics as reference

a, b = np.random.default_rng(4).normal(size=(2, 30, 3))
gaussians = a.mean(axis=0), np.cov(a.T), b.mean(axis=0), np.cov(b.T)
assert np.isclose(frechet_distance(*gaussians), reference.frechet_distance(*gaussians))
# %% fid
from helpers.reference import evaluation_metrics as reference

a, b = np.random.default_rng(5).normal(size=(2, 30, 3))
assert np.isclose(fid(a, b + 1), reference.fid(a, b + 1))
# %% kernel_inception_distance
from helpers.reference import evaluation_metrics as reference

a, b = np.random.default_rng(6).normal(size=(2, 30, 3))
assert np.isclose(
    kernel_inception_distance(a, b + 1), reference.kernel_inception_distance(a, b + 1)
)

# %% e_step
from helpers.reference import gaussian_mixtures as reference

X = np.random.default_rng(1).normal(size=(40, 2))
mixture = reference.Mixture(
    np.array([0.3, 0.7]),
    np.array([[0.0, 0.0], [3.0, 1.0]]),
    np.array([np.eye(2), [[2.0, 0.5], [0.5, 1.0]]]),
)


def known():
    gmm = GMM(2)
    gmm.weights, gmm.means, gmm.covariances = (item.copy() for item in mixture)
    return gmm


np.testing.assert_allclose(known()._e_step(X), reference.responsibilities(X, mixture))
# %% m_step
shares, gmm = reference.responsibilities(X, mixture), known()
gmm._m_step(X, shares)
right = reference.maximize(X, shares)
np.testing.assert_allclose(gmm.weights, right.weights)
np.testing.assert_allclose(gmm.means, right.means)
np.testing.assert_allclose(gmm.covariances, right.covariances, rtol=1e-6)
# %% log_likelihood
assert np.isclose(known().log_likelihood(X), reference.log_likelihood(X, mixture))
# %% sample
samples = known().sample(5000)
assert samples.shape == (5000, 2)
np.testing.assert_allclose(samples.mean(axis=0), mixture.weights @ mixture.means, atol=0.2)
# %% n_parameters
for kind in reference.COVARIANCE_TYPES:
    assert n_parameters(3, 4, kind) == reference.n_parameters(3, 4, kind)
# %% compute_bic
assert np.isclose(compute_bic(known(), X), reference.bic(X, mixture))
# %% select_n_components
blobs = np.concatenate([np.random.default_rng(k).normal(9 * k, 1, (60, 2)) for k in range(3)])
assert select_n_components(blobs, [1, 3, 5]) == 3
# %% conditional_sample
samples = known().conditional_sample(np.array([1.0, np.nan]), 5000)
right = reference.conditional(mixture, np.array([1.0, np.nan]))
assert (samples[:, 0] == 1).all()
np.testing.assert_allclose(samples[:, 1].mean(), right.weights @ right.means[:, 0], atol=0.1)
# %% online_update
gmm = known()
for batch in (X[:20], X[20:]):
    gmm.online_update(batch)
right = reference.online_em(mixture, [X[:20], X[20:]])[-1]
np.testing.assert_allclose(gmm.means, right.means, rtol=1e-6)
np.testing.assert_allclose(gmm.covariances, right.covariances, rtol=1e-6)
# %% torch_log_prob
tensors = [torch.tensor(item) for item in (X, *mixture)]
assert torch.allclose(torch_log_prob(*tensors), reference.torch_log_prob(*tensors))
