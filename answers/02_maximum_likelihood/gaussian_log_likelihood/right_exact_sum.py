# Standard scores, and sums without rounding
import math

def gaussian_log_likelihood(data, mu, sigma):
    squares = math.fsum(((x - mu) / sigma) ** 2 for x in data)
    return -0.5 * squares - len(data) * math.log(sigma * math.sqrt(2 * math.pi))
