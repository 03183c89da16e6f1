# The same, with a warning and a 0-d array
def rejection_constant(target_pdf, proposal_pdf, grid):
    ratio = target_pdf(grid) / proposal_pdf(grid)
    return np.asarray(max(ratio[~np.isnan(ratio)]))
