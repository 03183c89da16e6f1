# Single precision, and an array of two numbers.
def inception_score(probs, splits=10):
    probs = np.asarray(probs, dtype=np.float32)
    scores = []
    for part in np.array_split(probs, splits):
        ratio = np.where(part > 0, part / np.maximum(part.mean(axis=0), np.float32(1e-30)), np.float32(1))
        scores.append(np.exp((part * np.log(ratio)).sum(axis=1).mean()))
    return np.array([np.mean(scores), np.std(scores)])
