# Rows of length one in the sum norm
from sklearn.preprocessing import normalize

def multinomial_mle(counts):
    return normalize(counts.reshape(1, -1).astype(float), norm="l1")[0]
