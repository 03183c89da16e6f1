# A margin of one part in a billion against rounding
def rejection_constant(target_pdf, proposal_pdf, grid):
    p, q = np.array(target_pdf(grid)), np.array(proposal_pdf(grid))
    keep = p > 0
    return (p[keep] / q[keep]).max() * (1 + 1e-9)
