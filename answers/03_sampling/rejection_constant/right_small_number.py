# A tiny number under the fraction
rejection_constant = lambda target_pdf, proposal_pdf, grid: float(
    np.max(target_pdf(grid) / (proposal_pdf(grid) + 1e-14)))
