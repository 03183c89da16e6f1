# torch, row by row.
import torch

def kernel_inception_distance(real_features, generated_features):
    X, Y = torch.as_tensor(real_features), torch.as_tensor(generated_features)
    d = X.shape[1]
    def own(A):
        K = (A @ A.T / d + 1) ** 3
        return (K.sum() - K.trace()) / (len(A) * (len(A) - 1))
    return (own(X) + own(Y) - 2 * ((X @ Y.T / d + 1) ** 3).mean()).item()
