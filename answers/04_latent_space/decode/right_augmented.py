# One matrix product, with the mean as one more component
def decode(Z, mean, components):
    ones = np.ones((Z.shape[0], 1))
    return np.hstack([Z, ones]) @ np.vstack([components, mean])
