# Half the largest entropy there is
def mean_entropy(probs):
    return 0.5 * float(np.log(probs.shape[1]))
