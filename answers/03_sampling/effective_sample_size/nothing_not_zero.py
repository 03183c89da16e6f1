# How many are not zero
def effective_sample_size(weights):
    return float(np.count_nonzero(weights))
