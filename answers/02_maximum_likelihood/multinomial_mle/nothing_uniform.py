# Every outcome equally likely
def multinomial_mle(counts):
    return np.full(len(counts), 1 / len(counts))
