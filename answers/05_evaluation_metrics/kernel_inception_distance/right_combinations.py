# itertools.combinations and statistics.fmean.
from itertools import combinations, product
from statistics import fmean

def kernel_inception_distance(real_features, generated_features):
    d = real_features.shape[1]
    k = lambda pair: float((pair[0].dot(pair[1]) / d + 1.0) ** 3)
    return (fmean(map(k, combinations(real_features, 2))) + fmean(map(k, combinations(generated_features, 2)))
            - 2 * fmean(map(k, product(real_features, generated_features))))
