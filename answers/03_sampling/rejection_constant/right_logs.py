# In logarithms
def rejection_constant(target_pdf, proposal_pdf, grid):
    with np.errstate(divide="ignore", invalid="ignore"):
        difference = np.log(target_pdf(grid)) - np.log(proposal_pdf(grid))
    return float(np.exp(np.max(difference[np.isfinite(difference)])))
