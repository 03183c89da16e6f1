# Every point without proposal asks for an infinite M, even where there is no target
# loses: points where both densities vanish
def rejection_constant(target_pdf, proposal_pdf, grid):
    p, q = target_pdf(grid), proposal_pdf(grid)
    return float(np.max(np.where(q > 0, p / np.where(q > 0, q, 1), np.inf)))
