# The mean in every row
def decode(Z, mean, components):
    return np.tile(mean, (len(Z), 1))
