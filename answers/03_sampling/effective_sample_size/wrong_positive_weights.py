# How many weights are not zero
# loses: normalised weights; weights of any scale; the weights are left alone
def effective_sample_size(weights):
    return np.count_nonzero(weights)
