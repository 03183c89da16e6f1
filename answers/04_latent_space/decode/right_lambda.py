# A lambda
decode = lambda Z, mean, components: np.einsum("nl,ld->nd", Z, components) + mean
