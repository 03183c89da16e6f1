# The number of points of the grid
def rejection_constant(target_pdf, proposal_pdf, grid):
    return float(len(grid))
