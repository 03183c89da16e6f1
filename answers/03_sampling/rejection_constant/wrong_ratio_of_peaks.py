# Highest target over highest proposal
# loses: the largest ratio
def rejection_constant(target_pdf, proposal_pdf, grid):
    return np.max(target_pdf(grid)) / np.max(proposal_pdf(grid))
