# Single precision after the mean is gone
def autocorrelation(x, max_lag):
    d = (x - x.mean()).astype(np.float32)
    out = [np.float32(1)]
    for k in range(1, max_lag + 1):
        out.append(np.dot(d[:-k], d[k:]) / np.dot(d, d))
    return np.array(out, dtype=np.float32)
