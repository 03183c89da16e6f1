# Every observation makes a posterior, the prior of the next
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    mean, variance = prior_mean, prior_std**2
    for x in data:
        gain = variance / (variance + sigma**2)
        mean += gain * (x - mean)
        variance *= 1 - gain
    return [mean, variance**0.5]
