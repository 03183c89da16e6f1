# The smallest number there is under the fraction
rejection_constant = lambda target_pdf, proposal_pdf, grid: float(
    np.max(target_pdf(grid) / (proposal_pdf(grid) + np.finfo(float).tiny))
)
