# Counts over their total
def multinomial_mle(counts):
    return counts / counts.sum()
