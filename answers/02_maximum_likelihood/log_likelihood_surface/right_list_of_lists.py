# A nested comprehension, returned as lists
def log_likelihood_surface(data, mus, sigmas):
    squares = [float(np.sum((data - mu) ** 2)) for mu in mus]
    n = len(data)
    return [[-n * float(np.log(s * np.sqrt(2 * np.pi))) - sq / (2 * s**2) for sq in squares]
            for s in sigmas.tolist()]
