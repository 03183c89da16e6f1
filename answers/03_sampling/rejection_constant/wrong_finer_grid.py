# A finer grid of its own
# loses: the largest ratio; the grid as it is given
def rejection_constant(target_pdf, proposal_pdf, grid):
    grid = np.linspace(grid.min(), grid.max() + 1e-9, 5000)
    p, q = target_pdf(grid), proposal_pdf(grid)
    return np.max(p[q > 0] / q[q > 0])
