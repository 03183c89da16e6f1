# Exact, then a float
from fractions import Fraction

def bernoulli_mle(data):
    return float(Fraction(int(np.count_nonzero(data)), data.size))
