# The largest difference instead of the largest ratio
# loses: the largest ratio; points where both densities vanish; the grid as it is given; the grid is left alone
def rejection_constant(target_pdf, proposal_pdf, grid):
    return np.max(target_pdf(grid) - proposal_pdf(grid))
