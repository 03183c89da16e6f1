# Loops and nested lists
def decode(Z, mean, components):
    points = []
    for z in Z:
        point = [float(m) for m in mean]
        for weight, component in zip(z, components):
            for j in range(len(point)):
                point[j] += weight * component[j]
        points.append(point)
    return points
