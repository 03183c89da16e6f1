# Scales the caller's attribute
# loses: codes are left alone
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    z_attribute *= alpha
    return self.model.decode(z_base + z_attribute)
