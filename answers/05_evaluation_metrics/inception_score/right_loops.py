# Plain Python, with its own bookkeeping of the splits and statistics.pstdev.
import math
import statistics

def inception_score(probs, splits=10):
    n, k = len(probs), len(probs[0])
    size, surplus = divmod(n, splits)
    scores, start = [], 0
    for s in range(splits):
        stop = start + size + (1 if s < surplus else 0)
        rows = [list(map(float, row)) for row in probs[start:stop]]
        py = [sum(row[c] for row in rows) / len(rows) for c in range(k)]
        total = sum(row[c] * math.log(row[c] / py[c]) for row in rows for c in range(k) if row[c] > 0)
        scores.append(math.exp(total / len(rows)))
        start = stop
    return statistics.fmean(scores), statistics.pstdev(scores)
