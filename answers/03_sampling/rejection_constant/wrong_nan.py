# 0/0 makes the largest ratio NaN
# loses: points where both densities vanish
def rejection_constant(target_pdf, proposal_pdf, grid):
    return np.max(target_pdf(grid) / proposal_pdf(grid))
