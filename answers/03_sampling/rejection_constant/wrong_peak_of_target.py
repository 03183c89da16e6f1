# The highest target density instead of the largest ratio
# loses: the largest ratio
def rejection_constant(target_pdf, proposal_pdf, grid):
    return np.max(target_pdf(grid))
