# Plain python
def effective_sample_size(weights):
    total = squares = 0.0
    for w in weights:
        total += w
        squares += w * w
    return total * total / squares
