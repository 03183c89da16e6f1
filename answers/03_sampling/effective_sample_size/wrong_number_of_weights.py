# How many weights there are
# loses: normalised weights; weights of any scale; the weights are left alone
def effective_sample_size(weights):
    return len(weights)
