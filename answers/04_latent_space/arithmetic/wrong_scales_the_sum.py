# The strength multiplies both codes
# loses: the strength counts
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    return self.model.decode(alpha * (z_base + z_attribute))
