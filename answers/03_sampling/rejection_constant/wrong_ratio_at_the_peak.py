# The ratio where the target is highest
# loses: the largest ratio
def rejection_constant(target_pdf, proposal_pdf, grid):
    x = grid[np.argmax(target_pdf(grid))]
    return target_pdf(x) / proposal_pdf(x)
