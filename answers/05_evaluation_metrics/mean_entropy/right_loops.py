# Plain Python.
import math

def mean_entropy(probs):
    total = 0.0
    for row in probs:
        for p in row:
            if p > 0:
                total -= p * math.log(p)
    return total / len(probs)
