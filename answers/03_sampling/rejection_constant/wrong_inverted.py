# The largest q/p
# loses: the largest ratio; points where both densities vanish; the grid as it is given; the grid is left alone
def rejection_constant(target_pdf, proposal_pdf, grid):
    p, q = target_pdf(grid), proposal_pdf(grid)
    return np.max(q[p > 0] / p[p > 0])
