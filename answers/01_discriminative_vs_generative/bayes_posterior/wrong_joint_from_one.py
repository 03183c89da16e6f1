# P(word, not spam) as one minus P(word, spam)
# loses: the posterior of one word; divided by the evidence; the word outside spam
def bayes_posterior(prior, likelihood, likelihood_not):
    joint_spam = prior * likelihood
    joint_not_spam = 1 - joint_spam
    return joint_spam / (joint_spam + joint_not_spam)
