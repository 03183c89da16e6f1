# The strength multiplies the decoded sum
# loses: the strength counts
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    return alpha * self.model.decode(z_base + z_attribute)
