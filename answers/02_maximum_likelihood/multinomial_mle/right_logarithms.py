# Through logarithms, where zero counts warn and come back as zeros
from scipy.special import logsumexp

def multinomial_mle(counts):
    logs = np.log(counts)
    return np.exp(logs - logsumexp(logs))
