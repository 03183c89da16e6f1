# As many as there are
def effective_sample_size(weights):
    return float(len(weights))
