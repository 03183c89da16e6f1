# Plain python, returns a list
def autocorrelation(x, max_lag):
    values = [float(v) for v in x]
    m = sum(values) / len(values)
    c0 = sum((v - m) ** 2 for v in values)
    return [sum((a - m) * (b - m) for a, b in zip(values, values[k:])) / c0
            for k in range(max_lag + 1)]
