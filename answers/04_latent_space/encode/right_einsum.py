# einsum
def encode(X, mean, components):
    return np.einsum("nd,ld->nl", X - mean[None, :], components)
