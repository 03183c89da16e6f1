# Sorts the counts to add the small ones first, and puts them back by a lookup
# loses: arguments are left alone
def multinomial_mle(counts):
    order = np.argsort(counts)
    back = np.argsort(order)
    counts.sort()
    return (counts / counts.sum())[back]
