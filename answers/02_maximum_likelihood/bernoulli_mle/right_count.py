# Counts ones in a loop
def bernoulli_mle(data):
    heads = 0
    for x in data:
        if x == 1:
            heads += 1
    return heads / len(data)
