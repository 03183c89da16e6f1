# The first value, and how far the second is from it
def gaussian_mle(data):
    return float(data[0]), float(abs(data[1] - data[0])) if len(data) > 1 else 0.0
