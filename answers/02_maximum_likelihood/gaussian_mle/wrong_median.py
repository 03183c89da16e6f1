# The median for the mean
# loses: the mean
def gaussian_mle(data):
    return np.median(data), np.std(data)
