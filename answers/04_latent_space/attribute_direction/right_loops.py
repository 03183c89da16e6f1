# Loops and a list
def attribute_direction(Z, has_attribute):
    sums = {True: [0.0] * Z.shape[1], False: [0.0] * Z.shape[1]}
    counts = {True: 0, False: 0}
    for z, has in zip(Z, has_attribute):
        counts[bool(has)] += 1
        for j, value in enumerate(z):
            sums[bool(has)][j] += value
    return [a / counts[True] - b / counts[False] for a, b in zip(sums[True], sums[False])]
