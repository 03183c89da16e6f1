# A list of fractions
def multinomial_mle(counts):
    total = sum(counts)
    return [c / total for c in counts]
