# The difference of the means of all numbers
def fid(real_features, generated_features):
    return float(abs(real_features.mean() - generated_features.mean()))
