# Writes the ratios into the grid
# loses: the grid is left alone
def rejection_constant(target_pdf, proposal_pdf, grid):
    p, q = target_pdf(grid), proposal_pdf(grid)
    grid[:] = 0
    np.divide(p, q, out=grid, where=q > 0)
    return grid.max()
