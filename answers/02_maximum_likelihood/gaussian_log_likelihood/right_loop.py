# Plain python, one observation at a time
import math

def gaussian_log_likelihood(data, mu, sigma):
    total = 0.0
    for x in data:
        total += -math.log(sigma * math.sqrt(2 * math.pi)) - (x - mu) ** 2 / (2 * sigma ** 2)
    return total
