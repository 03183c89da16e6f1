# Sorts the caller's grid
# loses: the grid is left alone
def rejection_constant(target_pdf, proposal_pdf, grid):
    grid.sort()
    p, q = target_pdf(grid), proposal_pdf(grid)
    return np.max(p[q > 0] / q[q > 0])
