# Whole-number division
# loses: shares of the total; fractions that sum to one; no smoothing; categories never seen; arguments are left alone
def multinomial_mle(counts):
    return counts // counts.sum()
