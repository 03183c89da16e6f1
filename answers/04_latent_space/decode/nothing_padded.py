# The codes, and zeros behind them
def decode(Z, mean, components):
    return np.pad(Z, ((0, 0), (0, len(mean) - Z.shape[1])))
