# torch distributions
import numpy as np
import torch

def generative_model(X_train, y_train, X_test):
    X, y, T = (torch.as_tensor(a) for a in (X_train, y_train, X_test))
    classes = torch.unique(y)
    columns = []
    for c in classes:
        rows = X[y == c]
        normal = torch.distributions.Normal(rows.mean(0), rows.std(0, correction=0))
        columns.append(normal.log_prob(T).sum(1) + np.log(len(rows) / len(X)))
    proba = torch.softmax(torch.stack(columns, dim=1), dim=1)
    return classes[proba.argmax(1)].numpy(), proba.numpy()
