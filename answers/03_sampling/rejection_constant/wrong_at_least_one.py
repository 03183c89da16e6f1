# Holds M to be at least one, which is so for normalised densities alone
# loses: the largest ratio; points where both densities vanish
def rejection_constant(target_pdf, proposal_pdf, grid):
    p, q = target_pdf(grid), proposal_pdf(grid)
    return max(1.0, np.max(p[q > 0] / q[q > 0]))
