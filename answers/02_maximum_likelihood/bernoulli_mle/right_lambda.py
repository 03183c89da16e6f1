# A lambda that divides
bernoulli_mle = lambda data: sum(data) / len(data)
