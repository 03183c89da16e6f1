# So large that it always suffices
def rejection_constant(target_pdf, proposal_pdf, grid):
    return 1e6
