# Loops and nested lists
def encode(X, mean, components):
    Z = []
    for x in X:
        Z.append([sum((x[j] - mean[j]) * c[j] for j in range(len(x))) for c in components])
    return Z
