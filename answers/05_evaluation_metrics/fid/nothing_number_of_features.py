# The number of features
def fid(real_features, generated_features):
    return float(real_features.shape[1])
