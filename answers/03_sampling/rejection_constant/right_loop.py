# Point by point, with plain numbers
def rejection_constant(target_pdf, proposal_pdf, grid):
    M = 0.0
    for x in grid:
        p, q = target_pdf(x), proposal_pdf(x)
        if p == 0 and q == 0:
            continue
        M = max(M, p / q)
    return float(M)
