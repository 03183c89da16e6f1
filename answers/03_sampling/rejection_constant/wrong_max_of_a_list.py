# Python's max keeps the NaN it meets first
# loses: points where both densities vanish
def rejection_constant(target_pdf, proposal_pdf, grid):
    return max(target_pdf(x) / proposal_pdf(x) for x in grid)
