# Only points where the proposal is positive
def rejection_constant(target_pdf, proposal_pdf, grid):
    p = target_pdf(grid)
    q = proposal_pdf(grid)
    return np.max(p[q > 0] / q[q > 0])
