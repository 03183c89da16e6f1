# A small number under the fraction outweighs what is far out in the tails
# loses: the largest ratio
def rejection_constant(target_pdf, proposal_pdf, grid):
    return np.max(target_pdf(grid) / (proposal_pdf(grid) + 1e-12))
