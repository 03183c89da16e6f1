# scipy's correlation by FFT
from scipy.signal import correlate

def autocorrelation(x, max_lag):
    d = np.asarray(x, dtype=float) - np.mean(x)
    r = correlate(d, d, method="fft")[d.size - 1 : d.size + max_lag]
    return r / r[0]
