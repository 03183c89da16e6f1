# Plain numbers, then numpy.vectorize
import numpy as np

@np.vectorize
def bayes_posterior(prior, likelihood, likelihood_not):
    joint_spam = prior * likelihood
    joint_ham = (1.0 - prior) * likelihood_not
    print("P(word) =", joint_spam + joint_ham)
    return joint_spam / (joint_spam + joint_ham)
