# Row by row in plain Python
import math

def generative_model(X_train, y_train, X_test):
    y = y_train.tolist()
    classes = sorted(set(y))
    stats = {}
    for c in classes:
        rows = [x for x, label in zip(X_train.tolist(), y) if label == c]
        mu = [sum(col) / len(rows) for col in zip(*rows)]
        var = [sum((v - m) ** 2 for v in col) / len(rows) for col, m in zip(zip(*rows), mu)]
        stats[c] = math.log(len(rows) / len(y)), mu, var
    labels, table = [], []
    for x in X_test.tolist():
        joint = [lp - sum(0.5 * math.log(v) + (a - m) ** 2 / (2 * v) for a, m, v in zip(x, mu, var))
                 for lp, mu, var in stats.values()]
        top = max(joint)
        weights = [math.exp(j - top) for j in joint]
        table.append([w / sum(weights) for w in weights])
        labels.append(classes[joint.index(top)])
    return labels, table
