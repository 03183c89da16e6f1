# The pair has names, and the standard library did the work
import statistics
from typing import NamedTuple

class Fit(NamedTuple):
    mu: float
    sigma: float

def gaussian_mle(data):
    values = [float(x) for x in data]
    return Fit(statistics.fmean(values), statistics.pstdev(values))
