"""Train the digit classifier of section 05 and write its weights, in seconds on a CPU.

Run as ``python training/classifier.py``.
"""

from pathlib import Path

import numpy as np
from sklearn.neural_network import MLPClassifier

import helpers
from helpers.data import digit_parts

WEIGHTS = Path(helpers.__file__).parent / "models" / "classifier.npz"


def train() -> MLPClassifier:
    """Fit the network to the first part of the digits; the other two are never seen."""
    X, labels = digit_parts()[0]
    return MLPClassifier((64, 24), alpha=0.1, max_iter=500, random_state=0).fit(X, labels)


def stored(model: MLPClassifier) -> dict[str, np.ndarray]:
    """Weights W0, W1, W2 and biases b0, b1, b2 in single precision."""
    weights = {f"W{i}": W.astype(np.float32) for i, W in enumerate(model.coefs_)}
    biases = {f"b{i}": b.astype(np.float32) for i, b in enumerate(model.intercepts_)}
    return weights | biases


if __name__ == "__main__":
    model = train()
    np.savez_compressed(WEIGHTS, **stored(model))
    X, labels = digit_parts()[2]
    print(f"held-out accuracy {model.score(X, labels):.3f}, {WEIGHTS.stat().st_size / 1024:.0f} KB")
