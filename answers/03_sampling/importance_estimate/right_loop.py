# One draw at a time, plain floats
import math

def importance_estimate(f, log_target, log_proposal, samples):
    logs = [float(log_target(x)) - float(log_proposal(x)) for x in samples]
    top = max(logs)
    weights = [math.exp(value - top) for value in logs]
    total = sum(weights)
    weights = [w / total for w in weights]
    estimate = sum(w * float(f(x)) for w, x in zip(weights, samples))
    return estimate, weights
