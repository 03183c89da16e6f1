# Fourier transform, with zeros appended against wrapping
def autocorrelation(x, max_lag):
    d = x - x.mean()
    spectrum = np.fft.rfft(d, n=2 * len(d))
    products = np.fft.irfft(spectrum * spectrum.conj())[: max_lag + 1]
    return products / products[0]
