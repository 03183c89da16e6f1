# Plain Python; nested lists come back
import math

def naive_bayes_log_posterior(X, priors, means, variances):
    table = []
    for x in X.tolist():
        joint = []
        for p, mu, var in zip(priors, means, variances):
            total = math.log(p)
            for a, m, v in zip(x, mu, var):
                total -= 0.5 * math.log(2 * math.pi * v) + (a - m) ** 2 / (2 * v)
            joint.append(float(total))
        top = max(joint)
        evidence = top + math.log(sum(math.exp(j - top) for j in joint))
        table.append([j - evidence for j in joint])
    return table
