# Sorted ratios of a list, the last of them
def rejection_constant(target_pdf, proposal_pdf, grid):
    pairs = [(float(target_pdf(x)), float(proposal_pdf(x))) for x in grid.tolist()]
    return sorted(p / q for p, q in pairs if q)[-1]
