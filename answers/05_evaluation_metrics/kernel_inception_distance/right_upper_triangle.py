# Every pair once, from the triangle above the diagonal.
def kernel_inception_distance(real_features, generated_features):
    kernel = lambda A, B: (np.inner(A, B) / A.shape[-1] + 1) ** 3
    pairs = lambda A: kernel(A, A)[np.triu_indices(len(A), k=1)].mean()
    return pairs(real_features) + pairs(generated_features) - 2 * np.mean(kernel(real_features, generated_features))
