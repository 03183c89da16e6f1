# A masked array
def rejection_constant(target_pdf, proposal_pdf, grid):
    q = np.ma.masked_equal(proposal_pdf(grid), 0)
    return float((target_pdf(grid) / q).max())
