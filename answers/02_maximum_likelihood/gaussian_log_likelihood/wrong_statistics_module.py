# The logarithm of the standard library's density
# loses: hundreds of observations
import math
from statistics import NormalDist

def gaussian_log_likelihood(data, mu, sigma):
    bell = NormalDist(mu, sigma)
    return math.fsum(math.log(bell.pdf(x)) for x in data)
