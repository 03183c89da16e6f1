# A prior of one half of each
# loses: no smoothing; categories never seen
def multinomial_mle(counts):
    alpha = 0.5
    return (counts + alpha) / (counts + alpha).sum()
