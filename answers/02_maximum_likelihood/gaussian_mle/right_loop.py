# Two passes in plain python, a list for a pair
def gaussian_mle(data):
    n = len(data)
    mu = sum(data) / n
    total = 0.0
    for x in data:
        total += (x - mu) ** 2
    return [mu, (total / n) ** 0.5]
