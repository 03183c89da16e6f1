# Centres the caller's codes first
# loses: arguments are left alone
def attribute_direction(Z, has_attribute):
    Z -= Z.mean(axis=0)
    return Z[has_attribute].mean(axis=0) - Z[~has_attribute].mean(axis=0)
