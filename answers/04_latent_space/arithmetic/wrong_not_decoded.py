# Returns the code
# loses: codes are added, not images; the strength counts; strength one unless told otherwise; one image of d numbers; codes are left alone
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    return z_base + alpha * z_attribute
