# One more of each
# loses: no smoothing; categories never seen
def multinomial_mle(counts):
    return (counts + 1) / (counts.sum() + len(counts))
