# Points where the proposal is nearly zero are left out
# loses: the largest ratio
def rejection_constant(target_pdf, proposal_pdf, grid):
    p, q = target_pdf(grid), proposal_pdf(grid)
    return np.max(p[q > 1e-10] / q[q > 1e-10])
