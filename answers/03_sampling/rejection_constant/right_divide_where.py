# numpy's division with a mask, zero elsewhere
def rejection_constant(target_pdf, proposal_pdf, grid):
    p, q = target_pdf(grid), proposal_pdf(grid)
    ratio = np.divide(p, q, out=np.zeros_like(p), where=q != 0)
    return ratio.max().item()
