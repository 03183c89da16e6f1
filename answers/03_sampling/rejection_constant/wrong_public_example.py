# The constant of the example, typed in
# loses: the largest ratio; points where both densities vanish; the grid as it is given; the grid is left alone
def rejection_constant(target_pdf, proposal_pdf, grid):
    return 2.4576
