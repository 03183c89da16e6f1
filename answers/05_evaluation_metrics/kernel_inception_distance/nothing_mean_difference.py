# The difference of the means of all numbers
def kernel_inception_distance(real_features, generated_features):
    return float(abs(real_features.mean() - generated_features.mean()))
