# The mean of the squares less the square of the mean
gaussian_mle = lambda data: (data.mean(), np.sqrt((data**2).mean() - data.mean() ** 2))
