# Half of them
def effective_sample_size(weights):
    return len(weights) / 2
