# Normalises the target on the grid first
# loses: the largest ratio; points where both densities vanish; the grid as it is given; the grid is left alone
def rejection_constant(target_pdf, proposal_pdf, grid):
    p, q = target_pdf(grid), proposal_pdf(grid)
    p = p / np.trapezoid(p, grid)
    return np.max(p[q > 0] / q[q > 0])
