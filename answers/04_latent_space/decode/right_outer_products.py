# A sum of outer products, in single precision
def decode(Z, mean, components):
    X = np.tile(mean, (len(Z), 1)).astype(np.float32)
    for k in range(len(components)):
        X += np.outer(Z[:, k], components[k]).astype(np.float32)
    return X
