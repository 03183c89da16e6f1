# The mean ratio, not the largest
# loses: the largest ratio; points where both densities vanish; the grid as it is given; the grid is left alone
def rejection_constant(target_pdf, proposal_pdf, grid):
    p, q = target_pdf(grid), proposal_pdf(grid)
    return np.mean(p[q > 0] / q[q > 0])
