"""The trained autoencoder of section 04, and the script that trains it."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

import helpers
from helpers import data
from helpers.models.vae import VAE

PACKAGE = Path(helpers.__file__).parent
WEIGHTS = PACKAGE / "models" / "vae.npz"
SEEN, _, UNSEEN, LABELS = data.split_digits()


@pytest.fixture(scope="module")
def vae():
    return VAE()


@pytest.fixture
def script():
    """training/vae.py as a module."""
    pytest.importorskip("torch")
    path = PACKAGE.parent / "training" / "vae.py"
    spec = importlib.util.spec_from_file_location("training_vae", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rms(difference):
    return np.sqrt(np.mean(difference**2))


def test_one_row_or_many(vae):
    codes = vae.encode(UNSEEN[:5])
    images = vae.decode(codes)
    assert codes.shape == (5, vae.n_latent)
    assert images.shape == (5, 64)
    np.testing.assert_allclose(vae.encode(UNSEEN[0]), codes[0], atol=1e-12)
    np.testing.assert_allclose(vae.decode(codes[0]), images[0], atol=1e-12)


def test_images_are_grey_levels_however_far_the_code(vae):
    images = vae.decode(1e6 * np.random.default_rng(1).normal(size=(50, 2)))
    assert images.min() >= 0
    assert images.max() <= 1


def test_numpy_computes_what_torch_computes(vae, script):
    import torch

    model = script.VAE()
    with np.load(WEIGHTS) as weights:
        model.load_state_dict({n: torch.from_numpy(w.astype(float)) for n, w in weights.items()})
    model.double()
    codes = vae.encode(UNSEEN)
    with torch.no_grad():
        means, _ = model.encoder(torch.from_numpy(UNSEEN)).chunk(2, dim=1)
        images = torch.sigmoid(model.decoder(torch.from_numpy(codes)))
    np.testing.assert_allclose(codes, means.numpy(), atol=1e-5)
    np.testing.assert_allclose(vae.decode(codes), images.numpy(), atol=1e-5)
    assert vae.sigma == pytest.approx(model.log_sigma.exp().item(), rel=1e-5)


def test_two_numbers_rebuild_unseen_digits_better_than_seven_of_pca(vae):
    mean = SEEN.mean(axis=0)
    V = np.linalg.svd(SEEN - mean, full_matrices=False)[2][:7]
    by_pca = mean + (UNSEEN - mean) @ V.T @ V
    assert rms(UNSEEN - vae.decode(vae.encode(UNSEEN))) < rms(UNSEEN - by_pca)


def test_sigma_is_about_the_error_that_it_describes(vae):
    assert vae.sigma == pytest.approx(rms(UNSEEN - vae.decode(vae.encode(UNSEEN))), rel=0.1)


def test_codes_of_unseen_digits_follow_the_prior(vae):
    codes = vae.encode(UNSEEN)
    np.testing.assert_allclose(codes.mean(axis=0), 0, atol=0.2)
    np.testing.assert_allclose(np.cov(codes.T), np.eye(2), atol=0.25)


def test_neighbours_in_latent_space_are_the_same_digit(vae):
    from scipy.spatial.distance import cdist

    codes = vae.encode(UNSEEN)
    apart = cdist(codes, codes) + np.diag(np.full(len(codes), np.inf))
    assert (LABELS[apart.argmin(axis=1)] == LABELS).mean() > 0.8


def test_the_weights_are_small():
    assert WEIGHTS.stat().st_size < 150_000


def test_the_script_improves_what_it_trains(script, monkeypatch):
    import torch

    monkeypatch.setattr(script, "N_EPOCHS", 8)
    torch.manual_seed(0)
    images = torch.tensor(SEEN[:300], dtype=torch.float32)
    untrained = script.VAE().loss(images).item()
    assert script.train(images).loss(images).item() < untrained - 10
