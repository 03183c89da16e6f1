# A linear layer in torch, single precision, LBFGS
import numpy as np
import torch

def discriminative_model(X_train, y_train, X_test):
    torch.manual_seed(0)
    classes, place = np.unique(y_train, return_inverse=True)
    X = torch.tensor(X_train, dtype=torch.float32)
    y = torch.tensor(place)
    layer = torch.nn.Linear(X.shape[1], len(classes))
    optimizer = torch.optim.LBFGS(layer.parameters(), max_iter=100)

    def closure():
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(layer(X), y)
        loss = loss + 1e-4 * sum((p ** 2).sum() for p in layer.parameters())
        loss.backward()
        return loss

    optimizer.step(closure)
    with torch.no_grad():
        proba = torch.softmax(layer(torch.tensor(X_test, dtype=torch.float32)), dim=1)
    return classes[proba.argmax(dim=1).numpy()], proba.numpy()
