# Divides everywhere and leaves the NaN out afterwards
def rejection_constant(target_pdf, proposal_pdf, grid):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nanmax(target_pdf(grid) / proposal_pdf(grid))
