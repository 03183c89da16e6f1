# Fourier transform without zeros appended
# loses: one denominator for all lags
def autocorrelation(x, max_lag):
    d = x - x.mean()
    products = np.fft.ifft(np.abs(np.fft.fft(d)) ** 2).real[: max_lag + 1]
    return products / products[0]
