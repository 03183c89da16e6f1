# How many weights there are
# loses: normalised weights; weights of any scale
def effective_sample_size(weights):
    return len(weights)
