# One percent more, to be on the safe side: not the smallest
# loses: the largest ratio; points where both densities vanish; the grid as it is given; the grid is left alone
def rejection_constant(target_pdf, proposal_pdf, grid):
    p, q = target_pdf(grid), proposal_pdf(grid)
    return 1.01 * np.max(p[q > 0] / q[q > 0])
