"""The digit classifier: its weights, the NumPy forward pass, and the script that makes them."""

import runpy
import subprocess
import sys
import zipfile

import numpy as np
import pytest
import torch

from helpers.data import digit_parts, digits
from helpers.models import classifier
from tests.kit.course import ROOT

FILE = ROOT / "helpers" / "models" / "classifier.npz"
WEIGHTS = dict(np.load(FILE))
PARTS = digit_parts()


def test_the_parts_are_all_digits_once():
    X, labels = digits()
    assert [len(part) for part, _ in PARTS] == [797, 500, 500]
    rows = [np.column_stack(part) for part in PARTS]
    np.testing.assert_array_equal(
        np.unique(np.vstack(rows), axis=0), np.unique(np.column_stack([X, labels]), axis=0)
    )
    for part, again in zip(PARTS, digit_parts(), strict=True):
        np.testing.assert_array_equal(part[0], again[0])


@pytest.mark.parametrize("part", [1, 2], ids=["for generators", "held out"])
def test_unseen_digits_are_told_apart(part):
    X, labels = PARTS[part]
    assert (classifier.probabilities(X).argmax(axis=1) == labels).mean() > 0.96


def test_every_class_is_recognised():
    X, labels = (np.concatenate(arrays) for arrays in zip(*PARTS[1:], strict=True))
    right = classifier.probabilities(X).argmax(axis=1) == labels
    assert min(right[labels == k].mean() for k in range(10)) > 0.9


@pytest.mark.parametrize("n", [0, 1, 7])
def test_shapes_and_ranges(n):
    X = PARTS[2][0][:n]
    probabilities, features = classifier.probabilities(X), classifier.features(X)
    assert probabilities.shape == (n, 10)
    assert features.shape == (n, 24)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1)
    assert (features >= 0).all()


def test_images_are_left_as_they_were():
    X = PARTS[2][0]
    before = X.copy()
    classifier.probabilities(X)
    np.testing.assert_array_equal(X, before)


def test_bright_images_do_not_overflow():
    probabilities = classifier.probabilities(np.full((2, 64), 1e4))
    assert np.isfinite(probabilities).all()


def test_the_forward_pass_is_that_of_torch():
    layers = []
    for i in range(3):
        W, b = (torch.tensor(WEIGHTS[f"{kind}{i}"]).double() for kind in "Wb")
        layer = torch.nn.Linear(*W.shape, dtype=torch.float64)
        layer.weight.data, layer.bias.data = W.T, b
        layers += [layer, torch.nn.ReLU()]
    X = torch.tensor(PARTS[2][0])
    hidden, logits = torch.nn.Sequential(*layers[:4])(X), torch.nn.Sequential(*layers[:5])(X)
    np.testing.assert_allclose(classifier.features(X.numpy()), hidden.detach(), atol=1e-12)
    np.testing.assert_allclose(
        classifier.probabilities(X.numpy()), logits.softmax(dim=1).detach(), atol=1e-12
    )


def test_the_script_makes_a_network_like_the_shipped_one():
    script = runpy.run_path(str(ROOT / "training" / "classifier.py"))
    model = script["train"]()
    shapes = {name: W.shape for name, W in script["stored"](model).items()}
    assert shapes == {name: W.shape for name, W in WEIGHTS.items()}
    X, labels = PARTS[2]
    mine = classifier.probabilities(X).argmax(axis=1)
    assert abs((mine == labels).mean() - model.score(X, labels)) < 0.02


def test_the_weights_are_small():
    assert FILE.stat().st_size < 100 * 1024


def test_the_weights_are_found_inside_a_wheel(tmp_path):
    with zipfile.ZipFile(tmp_path / "course.whl", "w") as wheel:
        for path in [*(ROOT / "helpers").glob("*.py"), *(ROOT / "helpers" / "models").iterdir()]:
            if path.is_file():
                wheel.write(path, path.relative_to(ROOT))
    code = """if True:
        import sys
        sys.path.insert(0, "course.whl")
        import numpy as np
        from helpers.models import classifier
        print(classifier.__file__, classifier.features(np.ones((3, 64))).shape)"""
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, text=True, capture_output=True, check=True
    )
    assert "course.whl" in done.stdout
    assert "(3, 24)" in done.stdout
