# Centres the data where they lie
# loses: arguments are left alone
def gaussian_mle(data):
    mu = data.mean()
    data -= mu
    return mu, np.sqrt(np.mean(data**2))
