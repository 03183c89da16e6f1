# One event after the other, in plain Python, over broadcast rows.
import math

def kl_divergence(p, q):
    p, q = np.broadcast_arrays(p, q)
    result = np.empty(p.shape[:-1])
    for place in np.ndindex(*result.shape):
        total = 0.0
        for a, b in zip(p[place], q[place]):
            if a == 0:
                continue
            total += math.inf if b == 0 else a * math.log(a / b)
        result[place] = total
    return result
